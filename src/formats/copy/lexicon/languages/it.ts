import type { Language } from '../language.ts'

export const it: Language = {
  code: 'it',
  words: `
    il | lo | la | gli | le | di | del | della | dei | delle | e | che | per | con | un | una | non | è | da | dal |
    si | nel | alla | ha | al | sono | anche | più | alle | agli | nella | dopo | ma | come | i | ai | sul | sulla |
    dalla | dallo | degli | ed | era | stato | stata | tra | fra | su | se | l' | dell' | all' | un' | nell' | dall' |
    sull' | d' | c' | nello | nelle | sulle | sullo | dalle | dai | sui | chi | cui | già | fino | senza | due | tre |
    oggi | ieri | questo | questa | ancora | contro | secondo | durante | in`,
  letters: 'ìò',
  months: [
    'gennaio | gen | genn',
    'febbraio | feb | febbr',
    'marzo | mar',
    'aprile | apr',
    'maggio | mag | magg',
    'giugno | giu',
    'luglio | lug',
    'agosto | ago',
    'settembre | set | sett',
    'ottobre | ott',
    'novembre | nov',
    'dicembre | dic',
  ],
  weekdays: `
    lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica | lun | mar | mer | gio | ven | sab | dom |
    lunedi | martedi | mercoledi | giovedi | venerdi`,
  fillers: 'alle | ore | ora | del | il | di | h | data | alle ore | dell | dalle | e',
  am: 'del mattino | am',
  pm: 'del pomeriggio | di sera | pm',
  numericDate: 'dmy',
  publishedWords: `
    pubblicato | pubblicato il | pubblicata il | pubblicato alle | pubblicazione | postato il | creato il |
    inserito il | diffuso il | data di pubblicazione | uscito il`,
  updatedWords: `
    aggiornato | aggiornato il | aggiornata il | aggiornato alle | ultimo aggiornamento | ultima modifica |
    modificato il | modificato | aggiornamento | agg`,
  ages: [
    "(?:circa |più di |meno di |quasi )?(?:una?|un'|due|tre|\\d+) ?(?:secondi|secondo|minuti|minuto|min|ore|ora|h|giorni|giorno|settimane|settimana|mesi|mese|anni|anno) fa",
    "(?:tra|fra) (?:circa |più di |meno di |quasi )?(?:una?|un'|due|tre|\\d+) ?(?:secondi|secondo|minuti|minuto|min|ore|ora|giorni|giorno|settimane|settimana|mesi|mese|anni|anno)",
    'adesso',
    'ieri',
    'poco fa',
  ],
  roles: {
    reporting: {
      lead: `
        servizio di | servizio | reportage di | cronaca di | corrispondenza di | inchiesta di | con il reportage di`,
    },
    'additional reporting': {
      lead: `
        servizio aggiuntivo di | reportage aggiuntivo di | ulteriore servizio di | con servizi aggiuntivi di |
        informazioni aggiuntive di | reportage supplementare di`,
    },
    writing: {
      lead: 'redatto da | scritto da | testo di | testi di | scrittura di',
    },
    'additional writing': { lead: 'testo aggiuntivo di' },
    editing: {
      lead: `
        editing di | editing | edito da | revisione di | revisionato da | in redazione a | in redazione |
        a cura della redazione | revisione | coordinamento di | montaggio di | curato da`,
    },
    'additional editing': { lead: 'editing aggiuntivo di' },
    compiling: { lead: 'compilato da | raccolto da | sintesi di' },
    translating: {
      lead: `
        tradotto da | traduzione di | traduzione | versione italiana di | versione italiana a cura di |
        traduzione a cura di | tradotto in redazione da`,
    },
    graphics: { lead: 'grafica di | grafici di | grafica | infografica di | infografica' },
    polling: { lead: 'sondaggio di' },
    analysis: { lead: 'analisi di | analisi dei dati di' },
    contributing: {
      lead: `
        hanno collaborato a questo articolo | ha collaborato a questo articolo | ha collaborato | hanno collaborato |
        con la collaborazione di | collaborazione | contributo di | collaborazione di | con il contributo di |
        con contributi di | hanno contribuito | ha contribuito | con informazioni di`,
      follow: `
        ha collaborato | hanno collaborato | ha contribuito a questo articolo | hanno contribuito a questo articolo |
        ha collaborato a questo articolo | hanno collaborato a questo articolo | ha contribuito | hanno contribuito |
        ha contribuito al servizio | hanno contribuito al servizio`,
    },
  },
  otherRoles: 'foto di | fotografie di | video di',
  bylineLead: `
    di | da | a cura di | dal nostro inviato | dalla nostra inviata | dal nostro corrispondente |
    dalla nostra corrispondente | dell'inviato | dell'inviata`,
  jobs: `
    giornalista | giornalisti | corrispondente | inviato | inviata | inviato speciale | inviata speciale | redattore |
    redattrice | cronista | reporter | caporedattore | fotografo | fotografa | direttore | direttrice | stagista |
    collaboratore | collaboratrice`,
  and: 'e | ed | con | insieme a | &',
  placeLead: "a | ad | da | in | dalla redazione di | nella redazione di | dall' | dal | dalla",
  desks: `
    redazione | ufficio | desk | sede | redazioni | agenzie | staff | newsroom | la redazione |
    ufficio di corrispondenza`,
  agencies: `
    agenzia ansa | adnkronos | askanews | radiocor | il sole 24 ore radiocor | italpress | agenzia dire | dire |
    nova | agenzia nova | agenzia adria | lapresse | mf-dj | alanews | agenzia giornalistica italia`,
  datelines: [
    "^\\((?<source>[\\p{Lu}\\d][\\p{L} .&-]{1,24})\\) ?[-–—] ?(?<places>\\p{Lu}[\\p{L}\\p{M}' ./-]{1,50}?), ?(?<date>\\d{1,2}°? [\\p{L}]{3,9}\\.?(?: \\d{4})?)\\.? ?[-–—]+ ?",
  ],
  signals: {
    update: `
      aggiorna | aggiornamento | aggiornato | agg | punto | update | nuova versione | aggiornata | seconda stesura |
      riepilogo aggiornato`,
    correction: `
      correzione | corretto | corretta | corregge | rettifica | rettificato | errata corrige | errata |
      versione corretta`,
    refile: `
      ripetizione | ripetuto | ripetuta | ripete | rpt | ripet | ritrasmissione | ripubblicazione | rilancio`,
    wrapup: `
      riepilogo | wrapup | riassunto | quadro generale`,
    kill: `
      annullamento | annullato | annullata | annulla | annullare | da annullare | notizia annullata | non usare |
      non pubblicare`,
    embargo: `
      embargo | embargo fino | embargo fino alle | embargo fino al | embargo fino alle ore | sotto embargo |
      sotto embargo fino | in embargo | notizia in embargo | con embargo | non pubblicare prima | con embargo fino`,
  },
  changes: `
    corregge | aggiorna | aggiunge | ripete | rettifica | precisa | elimina | cambia | modifica | con | sostituisce |
    chiarisce | include | integra | nuovo titolo | corretto | correzione | una versione precedente | al paragrafo |
    toglie | ribatte | amplia`,
  advisories: `
    nota per i redattori | nota ai redattori | attenzione redazioni | n.d.r | ndr | nota della redazione |
    avviso alle redazioni | alla redazione | nota alle redazioni | nota agli abbonati | non per la pubblicazione |
    attenzione, redazioni`,
  contacts: `
    tel | telefono | cell | cellulare | e-mail | email | mail | fax | contatti | contatto | ufficio stampa |
    per informazioni | posta elettronica | redazione web | per ulteriori informazioni`,
  standards:
    'i nostri standard | i nostri principi | codice etico | i nostri valori | le nostre regole | standard editoriali',
  ends: 'fine | segue | fine notizia | fine lancio | fine testo',
  captions: {
    photo: 'foto | immagine | fotografia | immagini | ph',
    label: "didascalia | didascalia foto | dida | nella foto | nell'immagine | in foto | nella fotografia",
    file: `
      archivio | foto d'archivio | foto di archivio | immagine d'archivio | immagine di archivio | d'archivio |
      foto archivio | repertorio | immagine di repertorio | foto di repertorio`,
    handout: 'handout | ufficio stampa | per gentile concessione',
    undated: 'senza data | non datata | foto non datata | immagine senza data',
    courtesy: 'per gentile concessione di | cortesia | cortesia di',
    credit: `
      foto | immagine | credito | crediti | credit | foto di | fotografia di | fotografo | fotografa | fonte |
      copyright | crediti foto | ph | immagine di`,
    provided: 'fornita da | diffusa da | concessa da | distribuita da | messa a disposizione da | pubblicata da',
    still:
      'fermo immagine | frame | fotogramma | frame da video | immagine tratta da un video | immagine tratta dal video',
    illustration: 'illustrazione | immagine illustrativa | foto illustrativa | foto simbolica | immagine simbolo',
    placeLead:
      'a | ad | in | nel | nella | presso | vicino a | al largo di | davanti a | di | al | alla | nei pressi di | da',
  },
  furniture: {
    lines: `
      condividi | condividi articolo | condividi l'articolo | condividi questo articolo | condividi su facebook |
      condividi su twitter | condividi su x | condividi su whatsapp | condividi su linkedin | condividi via email |
      condividi via mail | condivisioni | tweet | twitta | stampa | stampa articolo | stampa l'articolo | invia |
      invia per email | invia per e-mail | invia per mail | invia ad un amico | invia a un amico | email | salva |
      salva articolo | copia link | copia il link | copia | link copiato | commenta | commenti | commento |
      vedi i commenti | vedi tutti i commenti | leggi i commenti | lascia un commento | scrivi un commento |
      inserisci un commento | leggi anche | leggi tutto | leggi di più | leggi altro | leggi l'articolo completo |
      continua a leggere | continua | vedi anche | guarda anche | scopri di più | per saperne di più | approfondisci |
      approfondimenti | altro | altri | di più | articoli correlati | articoli collegati | notizie correlate |
      notizie collegate | contenuti correlati | correlati | potrebbe interessarti | potrebbe interessarti anche |
      ti potrebbe interessare | potrebbero interessarti | ti potrebbero interessare | ti consigliamo |
      consigliati per te | altre notizie | ultime notizie | ultim'ora | le ultime | ultima ora | i più letti |
      più letti | più lette | le più lette | i più visti | più visti | più commentati | in evidenza | in primo piano |
      primo piano | tendenze | argomenti | tag | tags | temi | parole chiave | pubblicità | annuncio | annunci |
      sponsorizzato | contenuto sponsorizzato | advertisement | chiudi | apri | torna su | torna all'inizio |
      torna alla home | torna indietro | indietro | avanti | home | homepage | successivo | precedente |
      articolo successivo | articolo precedente | menu | menù | cerca | ricerca | accedi | login | esci | registrati |
      iscriviti | iscriviti alla newsletter | iscriviti ora | abbonati | abbonati ora | abbonamenti | newsletter |
      newsletters | note legali | privacy | privacy policy | informativa privacy | informativa sulla privacy |
      cookie | cookies | gestisci cookie | gestisci i cookie | cookie policy | accetta | accetta tutti |
      accetta i cookie | accetta tutto | rifiuta | rifiuta tutto | rifiuta tutti | impostazioni | preferenze |
      contatti | contattaci | aiuto | chi siamo | mappa del sito | termini e condizioni | condizioni d'uso | ascolta |
      ascolta l'articolo | ascolta articolo | ascolta questo articolo | video | foto | fotogallery | galleria |
      galleria fotografica | gallery | podcast | audio | diretta | in diretta | live | seguici | seguici su | segui |
      rss | ingrandisci | schermo intero | fonte | fonti | autore | segnala un errore | segnala | vai al contenuto |
      salta al contenuto | sezioni | scarica | reazioni | mi piace | preferiti | aggiungi ai preferiti |
      dimensione testo | riproduzione riservata | urgente | flash`,
    openings: `
      seguici su | segui le | iscriviti alla | iscriviti al | iscriviti ai | abbonati a | abbonati per |
      registrati per | leggi anche: | leggi anche : | vedi anche: | guarda anche: | questo sito utilizza |
      questo sito usa | utilizziamo i cookie | utilizziamo cookie | usiamo i cookie | proseguendo la |
      continuando la | cliccando | clicca qui | clicca per | tutti i diritti riservati | © riproduzione riservata |
      riproduzione riservata | vai al contenuto | vai a tutte | vai alla | salta al contenuto | condividi su |
      condividi questo | argomenti: | tag: | tags: | sei già abbonato | già abbonato | ricevi la | ricevi le |
      scarica l'app | contenuto riservato | video: | foto: | per continuare a leggere | potrebbe interessarti |
      ti potrebbe interessare | hai trovato un errore | non perdere`,
    shapes: [
      '(?:altro|altri|tutto) (?:su|da|di)(?: [\\p{L}-]+){1,3}',
      '\\d+ ?(?:min|minuti|minuto)\\.? (?:di )?lettura',
      '(?:tempo|durata) di lettura ?:? .{0,20}',
      "lettura ?:? ?\\d+ ?(?:min|minuti|minuto|')\\.?",
      '(?:\\d[\\d.]*|nessun|nessuna) (?:commenti|commento|reazioni|condivisioni|visualizzazioni|mi piace)',
      '(?:commenti|commenta|reazioni|condivisioni)(?: |:|\\(){1,3}\\d[\\d.]*\\)?',
      '(?:foto|immagine|pagina) \\d+ (?:di|/) \\d+',
      '(?:altre|tutte le|ultime) (?:notizie|news)(?: (?:di|su|da)(?: [\\p{L}-]+){1,3})?',
    ],
  },
  sections: `
    politica | economia | mondo | esteri | cronaca | sport | cultura | spettacoli | spettacolo | scienza | salute |
    tecnologia | ambiente | opinioni | italia | europa | finanza | mercati | aziende | borsa | calcio | motori |
    viaggi | scuola | regioni | interni | giustizia | lavoro | società | moda | notizie | attualità | milano | roma |
    napoli | cinema | musica | tv | media`,
}
