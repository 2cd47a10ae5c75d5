import type { Language } from '../language.ts'

export const es: Language = {
  code: 'es',
  words: `
    el | la | los | las | de | del | que | y | en | un | una | por | con | para | se | su | al | es | más | según |
    este | fue | han | ha | sus | sin | también | pero | desde | hasta | entre | sobre | como | son | lo | tras |
    muy | ya | esta | durante | no | hoy | ayer | dos | tres | contra | cuando | donde | ante | bajo | otra | otro |
    hace`,
  letters: 'ñ¿¡',
  months: [
    'enero | ene',
    'febrero | feb',
    'marzo | mar',
    'abril | abr',
    'mayo | may',
    'junio | jun',
    'julio | jul',
    'agosto | ago',
    'septiembre | setiembre | sept | sep | set',
    'octubre | oct',
    'noviembre | nov',
    'diciembre | dic',
  ],
  weekdays: `
    lunes | martes | miércoles | miercoles | jueves | viernes | sábado | sabado | domingo | lun | mar | mié | mie |
    jue | vie | sáb | sab | dom`,
  fillers: 'a | las | la | el | de | del | h | hs | hrs | horas | hora | fecha | y | al',
  am: 'am | a.m | a. m | de la mañana',
  pm: 'pm | p.m | p. m | de la tarde | de la noche',
  zones: { 'hora peninsular': 60 },
  numericDate: 'dmy',
  publishedWords: `
    publicado | publicado el | publicada | publicada el | publicado a las | creado | creado el |
    fecha de publicación | publicación | difundido | emitido | subido el | actualidad`,
  updatedWords: `
    actualizado | actualizado el | actualizada | actualizado a las | actualizada el | última actualización |
    ultima actualización | modificado | modificado el | última modificación | act | act. | actualización`,
  ages: [
    '(?:hace|dentro de|en) (?:unos |unas |más de |menos de |cerca de |casi )?(?:una?|dos|tres|\\d+) ?(?:segundos?|minutos?|min|horas?|h|días?|semanas?|mes(?:es)?|años?)',
    'ahora mismo',
    'ayer',
  ],
  roles: {
    reporting: {
      lead: `
        reporte de | reporte por | reporte | reportes de | reportaje de | reportaje por | reportaje | reportajes de |
        información de | información | informes de | informe de | informe | reportado por | reporteo de | reporteo |
        cobertura de | reportaron`,
    },
    'additional reporting': {
      lead: `
        reporte adicional de | reporte adicional | reportes adicionales de | reportaje adicional de |
        reportaje adicional | información adicional de | información adicional | informes adicionales de |
        informe adicional de | reporteo adicional de | con reporte adicional de | con reportes adicionales de`,
    },
    writing: { lead: 'escrito por | redactado por | redacción de | redacción | texto de | texto | escrito' },
    'additional writing': { lead: 'redacción adicional de | escritura adicional de' },
    editing: {
      lead: `
        editado por | editado en español por | edición de | edición en español de | edición | editó | editado |
        editada por | editor | editora | revisado por | edición por | edición y traducción de | editoras | editores`,
    },
    'additional editing': { lead: 'edición adicional de' },
    compiling: { lead: 'compilado por | recopilado por | recopilación de' },
    translating: {
      lead: `
        traducido por | traducción de | traducción por | traducción | tradujo | traducido al español por |
        versión en español de | versión española de | traducido`,
    },
    graphics: { lead: 'gráficos de | gráficas de | infografía de | infografía | gráficos | gráfico de' },
    polling: { lead: 'sondeo de | encuesta de' },
    analysis: { lead: 'análisis de | análisis de datos de' },
    contributing: {
      lead: `
        con información de | con informaciones de | con la colaboración de | colaboración | contribución de |
        contribución | colaboración de | con colaboración de | con reportes de | con aportes de | con datos de |
        colaboraron en este artículo | colaboró en este artículo | colaboraron en este reportaje |
        contribuyeron a este artículo | contribuyó a este artículo | contribuyeron a este reportaje | colaboró |
        colaboraron | contribuyó | contribuyeron | con la contribución de | con aportaciones de`,
      follow: `
        contribuyó a este despacho | contribuyeron a este despacho | contribuyó a este reporte |
        contribuyeron a este reporte | contribuyó con este reportaje | contribuyeron con este reportaje |
        contribuyó a este reportaje | contribuyeron a este reportaje | contribuyó con este despacho |
        contribuyeron con este despacho | colaboró en este artículo | colaboraron en este artículo |
        colaboró con este reporte | colaboraron con este reporte | contribuyó a este artículo |
        contribuyeron a este artículo | contribuyó | contribuyeron | colaboró | colaboraron`,
    },
  },
  otherRoles: 'fotos de | fotografías de | fotografía de | vídeo de | video de',
  bylineLead: 'por | escrito por | texto de | una crónica de | de nuestro corresponsal | de nuestra corresponsal',
  jobs: `
    periodista | periodistas | corresponsal | corresponsales | redactor | redactora | reportero | reportera |
    enviado especial | enviada especial | editor | editora | fotógrafo | fotógrafa | columnista | reporteros |
    la periodista | el periodista | los periodistas | las periodistas | jefe de la oficina | escritor | escritora |
    el corresponsal | la corresponsal | especialista | productor | productora`,
  and: 'y | e | con | junto a | &',
  placeLead: 'en | desde | en la redacción de | desde la redacción de | en la oficina de',
  desks: `
    redacción | mesa | oficina | buró | agencias | equipo | newsroom | delegación | corresponsalía | la redacción |
    mesa de edición`,
  agencies: 'europa press | agencia efe | télam | telam | notimex | prensa latina | andina | colpisa | servimedia',
  signals: {
    update: `
      actualiza | actualización | actualizado | actualizada | act | amplía | amplia | update | versión actualizada |
      actualizando`,
    correction: `
      corrección | correccion | corregido | corregida | corrige | rectificación | rectificacion | rectifica |
      fe de errores | fe de erratas | versión corregida`,
    refile: `
      repetición | repeticion | repite | repetida | repetido | reenvío | reenvio | rpt | reitera | retransmisión |
      retransmite`,
    wrapup: `
      resumen | síntesis | sintesis | wrapup | panorama general | crónica general`,
    kill: `
      anulación | anulacion | anula | anulada | anulado | anular | nota anulada | noticia anulada | no usar |
      no publicar | ojo anulada | retractación`,
    embargo: `
      embargo | embargado | embargada | embargado hasta | embargada hasta | embargo hasta | con embargo |
      bajo embargo | con embargo hasta | bajo embargo hasta | no publicar antes | no difundir antes |
      noticia embargada hasta | información embargada hasta`,
  },
  changes: `
    corrige | agrega | añade | actualiza | amplía | repite | rectifica | precisa | elimina | cambia | modifica | con |
    sustituye | aclara | incluye | incorpora | reitera | ajusta | suma | corrección | una versión anterior |
    en el párrafo | en una versión anterior | quita | reemplaza`,
  advisories: `
    nota a los editores | atención editores | nota del editor | nota a editores | nota de la redacción | n. de la r |
    nota para editores | atención abonados | nota a los abonados | no para publicación`,
  contacts: `
    tel | teléfono | tfno | tlf | correo | correo electrónico | e-mail | email | mail | fax | contacto | contactos |
    móvil | celular | prensa | contacto de prensa | para más información | mesa de edición | redacción`,
  standards:
    'nuestros estándares | nuestros principios | nuestras normas | los principios | código ético | libro de estilo',
  ends: 'fin | final | fin de la noticia | fin del mensaje | fin de la transmisión | termina',
  captions: {
    photo: 'foto | fotos | imagen | fotografía | fotografia | foto de | imágenes',
    label: 'pie de foto | leyenda | pie de imagen | pie | en la foto | en la imagen | en la fotografía | epígrafe',
    file: `
      archivo | foto de archivo | imagen de archivo | fotografía de archivo | fotografia de archivo | archivo foto |
      foto archivo | de archivo`,
    handout: 'cedida | foto cedida | cesión | imagen cedida | handout | cedido',
    undated: 'sin fecha | sin datar | fotografía sin fecha | foto sin fecha',
    courtesy: 'cortesía | cortesía de | por cortesía de',
    credit: `
      foto | fotos | crédito | créditos | crédito de la foto | imagen | fotografía | fotógrafo | fotógrafa | foto de |
      foto por | fotografía de | fuente | copyright | imagen de`,
    provided: `
      cedida por | facilitada por | proporcionada por | difundida por | distribuida por | publicada por |
      suministrada por | entregada por`,
    still: `
      captura de vídeo | captura de video | captura de pantalla | fotograma | imagen tomada de un video |
      imagen tomada de un vídeo | imagen de video`,
    illustration: `
      ilustración | imagen ilustrativa | foto ilustrativa | imagen de recurso | foto de recurso | recurso`,
    placeLead: 'en | de | del | desde | cerca de | frente a | ante | por | sobre',
  },
  furniture: {
    lines: `
      compartir | compartir artículo | compartir noticia | compartir en facebook | compartir en twitter |
      compartir en x | compartir en whatsapp | compartir en linkedin | compartir por correo | compartir en telegram |
      comparte | comparte esta noticia | compartir en redes | tuitear | twittear | imprimir | imprimir noticia |
      enviar | enviar por correo | enviar por email | enviar por mail | enviar a un amigo | correo |
      correo electrónico | guardar | guardar en favoritos | guardar noticia | copiar enlace | copiar |
      enlace copiado | comentar | comentarios | comentario | ver comentarios | ver todos los comentarios |
      deja un comentario | deja tu comentario | escribe un comentario | escribir comentario | añadir comentario |
      ver más | leer más | lee más | más información | seguir leyendo | sigue leyendo | más | te puede interesar |
      te puede interesar también | te recomendamos | te sugerimos | también te puede interesar | le puede interesar |
      lea también | lee también | leer también | ver también | mira también | además | relacionado | relacionadas |
      relacionados | noticias relacionadas | notas relacionadas | artículos relacionados | contenido relacionado |
      más noticias | normas de participación | comprobar | otras noticias | últimas noticias | lo último |
      lo más leído | lo más visto | más leídas | las más leídas | más leído | más leídos | lo más comentado |
      destacados | destacadas | tendencias | en portada | portada | temas | etiquetas | tags | temas relacionados |
      archivado en | publicidad | anuncio | patrocinado | contenido patrocinado | cerrar | abrir | volver |
      volver arriba | subir | ir arriba | inicio | siguiente | anterior | siguiente noticia | noticia anterior |
      menú | menu | buscar | búsqueda | iniciar sesión | inicia sesión | regístrate | registrarse | registro |
      mi cuenta | salir | suscríbete | suscribirse | suscribirme | suscripción | suscripciones | boletín | boletines |
      newsletter | newsletters | aviso legal | política de privacidad | privacidad | política de cookies | cookies |
      gestionar cookies | aceptar | aceptar cookies | aceptar todo | aceptar todas | rechazar | rechazar todo |
      rechazar todas | configurar | configuración | contacto | contáctanos | ayuda | quiénes somos | mapa web |
      mapa del sitio | términos y condiciones | condiciones de uso | escuchar | escuchar noticia | escuchar artículo |
      escucha la noticia | escucha este artículo | video | vídeo | videos | vídeos | fotos | galería | fotogalería |
      galería de fotos | imágenes | podcast | audio | en vivo | en directo | directo | síguenos | síguenos en |
      seguir | seguinos | síganos | rss | ampliar | ampliar imagen | pantalla completa | fuente | fuentes | autor |
      reportar error | tamaño de letra | ir al contenido | saltar al contenido | descargar | reacciones | me gusta |
      normas | opinar | secciones | valorar | urgente | última hora`,
    openings: `
      síguenos en | síganos en | sigue a | suscríbete | suscríbase | regístrate | lea también: | lee también: |
      leer también: | te puede interesar: | también te puede interesar | puede interesarte | ver más: |
      más información: | mira también: | este sitio utiliza | este sitio usa | esta web utiliza | esta web usa |
      este sitio web | utilizamos cookies | usamos cookies | al continuar | al hacer clic | haz clic | haga clic |
      todos los derechos reservados | ir al contenido | saltar al contenido | compartir en | comparte en |
      etiquetas: | temas: | archivado en: | ¿ya eres suscriptor | ya eres suscriptor | únete a | recibe nuestro |
      recibe el boletín | recibe nuestra | descarga nuestra | contenido exclusivo | prohibida la reproducción |
      queda prohibida | video: | vídeo: | en fotos: | consulta más | ¿has encontrado un error | apúntate |
      conforme a los criterios | no te pierdas`,
    shapes: [
      'más (?:en|sobre)(?: [\\p{L}-]+){1,3}',
      '\\d+ ?(?:min|minutos?)\\.? (?:de )?lectura',
      '(?:tiempo|duración) de lectura ?:? .{0,20}',
      'lectura ?:? ?\\d+ ?(?:min|minutos?)\\.?',
      '(?:\\d[\\d.]*|sin|no hay) (?:comentarios?|reacciones|compartidos?|visitas|me gusta|lecturas)',
      '(?:comentarios?|reacciones|compartidos?)(?: |:|\\(){1,3}\\d[\\d.]*\\)?',
      '(?:foto|imagen|página) \\d+ (?:de|/) \\d+',
      '(?:más|todas las|últimas) (?:noticias|notas|artículos|videos|vídeos)(?: (?:de|sobre|en)(?: [\\p{L}-]+){1,3})?',
    ],
  },
  sections: `
    política | economía | mundo | internacional | españa | sociedad | deportes | deporte | cultura | ciencia | salud |
    tecnología | nacional | opinión | sucesos | local | regional | negocios | finanzas | mercados | empresas |
    entretenimiento | espectáculos | gente | medio ambiente | educación | motor | viajes | méxico | argentina |
    chile | colombia | américa | europa | noticias | actualidad | policiales | justicia | seguridad | energía |
    fútbol | latinoamérica | estados unidos | televisión | tendencias`,
}
