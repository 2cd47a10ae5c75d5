import type { Language } from '../language.ts'

export const pt: Language = {
  code: 'pt',
  words: `
    o | a | os | as | do | da | dos | das | e | em | no | na | que | de | um | uma | para | com | não | por | se |
    ao | pela | foi | são | mais | seu | sua | também | mas | já | até | nas | nos | à | às | ou | entre | sobre |
    como | após | pelo | está | foram | sem | muito | num | numa | hoje | ontem | dois | duas | três | contra |
    quando | onde | sob | pelos | pelas`,
  letters: 'ãõ',
  months: [
    'janeiro | jan',
    'fevereiro | fev',
    'março | marco | mar',
    'abril | abr',
    'maio | mai',
    'junho | jun',
    'julho | jul',
    'agosto | ago',
    'setembro | set',
    'outubro | out',
    'novembro | nov',
    'dezembro | dez',
  ],
  weekdays: `
    segunda-feira | terça-feira | quarta-feira | quinta-feira | sexta-feira | segunda | terça | quarta | quinta |
    sexta | sábado | domingo | seg | ter | qua | qui | sex | sáb | sab | dom | 2ª feira | feira`,
  fillers: 'às | as | à | a | de | do | da | em | h | min | hs | hora | horas | data | e',
  am: 'am | da manhã',
  pm: 'pm | da tarde | da noite',
  zones: { brt: -180, 'horário de brasília': -180, 'hora de brasília': -180, brasília: -180 },
  numericDate: 'dmy',
  publishedWords: `
    publicado | publicado em | publicada em | publicado a | publicação | postado | postado em | criado em |
    divulgado em | data de publicação | lançado em | por redação, publicado em`,
  updatedWords: `
    atualizado | atualizado em | atualizada em | actualizado | actualizado em | atualizado às | atualizado a |
    última atualização | última atualização em | modificado em | última modificação | atualização | atual`,
  ages: [
    '(?:há|faz|daqui a|em|dentro de) (?:cerca de |mais de |menos de |quase )?(?:uma?|dois|duas|três|\\d+) ?(?:segundos?|minutos?|min|horas?|h|dias?|semanas?|m[eê]s(?:es)?|anos?)(?: atrás)?',
    '(?:uma?|dois|duas|três|\\d+) ?(?:segundos?|minutos?|min|horas?|h|dias?|semanas?|m[eê]s(?:es)?|anos?) atrás',
    'agora mesmo',
    'ontem',
  ],
  roles: {
    reporting: {
      lead: `
        reportagem de | reportagem por | reportagem | reportagens de | informações de | apuração de | cobertura de |
        reportado por | repórter | repórteres`,
    },
    'additional reporting': {
      lead: `
        reportagem adicional de | reportagem adicional | reportagens adicionais de | com reportagem adicional de |
        reportagem complementar de | informações adicionais de | apuração adicional de`,
    },
    writing: { lead: 'texto de | texto | escrito por | redação de | redigido por | escrita por | redacção de' },
    'additional writing': { lead: 'texto adicional de | redação adicional de' },
    editing: {
      lead: `
        edição de | edição por | edição | editado por | editada por | editor | editora | editores | revisado por |
        revisto por | revisão de | edição em português de`,
    },
    'additional editing': { lead: 'edição adicional de' },
    compiling: { lead: 'compilado por | compilação de' },
    translating: {
      lead: `
        tradução de | tradução por | tradução | traduzido por | traduzida por | versão em português de |
        traduzido do inglês por | versão portuguesa de`,
    },
    graphics: { lead: 'gráficos de | gráfico de | infografia de | infográfico de | gráficos | infografia' },
    polling: { lead: 'sondagem de | pesquisa de' },
    analysis: { lead: 'análise de | análise de dados de' },
    contributing: {
      lead: `
        com informações de | com informações da | com informações do | com informação de | com a colaboração de |
        colaboração | contribuição de | contribuição | colaboração de | colaboraram nesta reportagem |
        colaborou nesta reportagem | colaborou | colaboraram | com contribuição de | contribuíram | contribuiu |
        com a contribuição de | participação de | com colaboração de | com informações`,
      follow: `
        contribuiu para esta reportagem | contribuíram para esta reportagem | colaborou nesta reportagem |
        colaboraram nesta reportagem | contribuiu para este artigo | contribuíram para este artigo | colaborou |
        colaboraram | contribuiu | contribuíram | contribuiu para esta notícia | contribuíram para esta notícia`,
    },
  },
  otherRoles: 'fotos de | fotografias de | fotografia de | vídeo de',
  bylineLead: 'por | texto de | uma reportagem de | do nosso correspondente | da nossa correspondente | da redação',
  jobs: `
    jornalista | jornalistas | repórter | repórteres | correspondente | correspondentes | enviado especial |
    enviada especial | redator | redatora | editor | editora | fotógrafo | fotógrafa | colunista | estagiário |
    estagiária | produtor | produtora | especialista | repórter da agência brasil`,
  and: 'e | com | &',
  placeLead: 'em | no | na | desde | nos | nas | a partir de | a partir do',
  desks: `
    redação | redacção | agências | equipe | equipa | sucursal | escritório | newsroom | editoria | delegação |
    da redação | mesa`,
  agencies: `
    agência lusa | agência brasil | agencia brasil | agência estado | folhapress | estadão conteúdo | inforpress |
    angop | agência valores | ebc | reuters brasil | ap brasil`,
  signals: {
    update: `
      atualiza | atualização | atualizada | atualizado | actualiza | actualização | atualizacao | amplia | act |
      atual | versão atualizada`,
    correction: `
      correção | nota de correção | nota de retificação | erramos | correcção | correcao | corrigido | corrigida |
      corrige | retificação | rectificação | retificacao | retifica | rectifica | errata | versão corrigida`,
    refile: `
      repetição | repeticao | repete | repetida | repetido | reenvio | reenviada | rpt | retransmissão | republicação`,
    wrapup: `
      resumo | síntese | sintese | wrapup | ponto de situação`,
    kill: `
      anulação | anulacao | anulada | anulado | anula | anular | notícia anulada | não usar | não publicar |
      retratação`,
    embargo: `
      embargo | embargado | embargada | embargado até | embargada até | embargo até | sob embargo | sob embargo até |
      com embargo | não publicar antes | não divulgar antes | com embargo até | notícia embargada até`,
  },
  changes: `
    corrige | atualiza | acrescenta | adiciona | repete | retifica | rectifica | esclarece | remove | altera | muda |
    substitui | inclui | amplia | com | elimina | actualiza | junta | correção | uma versão anterior | no parágrafo |
    no título | reforça | insere`,
  advisories: `
    nota aos editores | nota ao editor | atenção editores | nota da redação | nota da redacção | nota do editor |
    aviso aos editores | atenção redações | nota aos assinantes | não para publicação | nota para editores |
    nota à redação`,
  contacts: `
    tel | telefone | telemóvel | celular | e-mail | email | mail | fax | contacto | contato | contactos | contatos |
    correio eletrónico | assessoria de imprensa | gabinete de imprensa | para mais informações | imprensa`,
  standards: `
    nossos padrões | nossos princípios | os nossos princípios | código de ética | livro de estilo | nossas normas |
    nossos padrões editoriais`,
  ends: 'fim | final | lusa/fim | fim da notícia | fim do despacho | fim da mensagem',
  captions: {
    photo: 'foto | fotos | imagem | fotografia | imagens',
    label: 'legenda | legenda da foto | na foto | na imagem | pé de foto | na fotografia',
    file: `
      arquivo | foto de arquivo | imagem de arquivo | fotografia de arquivo | arquivo foto | de arquivo | foto arquivo`,
    handout: 'divulgação | cedida | handout | foto cedida | reprodução',
    undated: 'sem data | não datada | foto sem data',
    courtesy: 'cortesia | cortesia de | gentileza de',
    credit: `
      foto | fotos | crédito | créditos | crédito da foto | imagem | fotografia | fotógrafo | fotógrafa | foto de |
      foto por | fonte | copyright | fotografia de`,
    provided: 'cedida por | fornecida por | divulgada por | distribuída por | disponibilizada por | publicada por',
    still: `
      captura de vídeo | captura de ecrã | captura de tela | frame de vídeo | imagem de vídeo |
      imagem retirada de vídeo | reprodução de vídeo`,
    illustration: 'ilustração | imagem ilustrativa | foto ilustrativa | imagem meramente ilustrativa',
    placeLead: 'em | no | na | nos | nas | de | do | da | perto de | junto a | ao largo de | próximo a',
  },
  furniture: {
    lines: `
      partilhar | partilhe | partilhar no facebook | partilhar no twitter | partilhar no x | partilhar no whatsapp |
      partilhar no linkedin | partilhar no telegram | partilhar por email | partilhar por e-mail | partilhar artigo |
      compartilhar | compartilhe | compartilhe essa notícia | compartilhe esta notícia | compartilhar no facebook |
      compartilhar no twitter | compartilhar no x | compartilhar no whatsapp | compartilhar no linkedin |
      compartilhar no telegram | compartilhar por e-mail | compartilhar por email | tuitar | imprimir |
      imprimir artigo | enviar | enviar por email | enviar por e-mail | guardar | adicionar aos favoritos |
      guardar artigo | salvar | salvar artigo | copiar link | copiar | link copiado | comentar | comentários |
      comentário | comente | ver comentários | ver todos os comentários | deixe sua opinião | deixe seu comentário |
      deixe um comentário | deixar comentário | escrever comentário | leia também | leia a seguir | a seguir |
      leia mais | ler mais | ler também | saiba mais | veja também | veja mais | ver mais | mais | continuar a ler |
      continue lendo | continuar lendo | relacionados | relacionadas | notícias relacionadas | artigos relacionados |
      conteúdo relacionado | matérias relacionadas | mais notícias | outras notícias | últimas notícias | últimas |
      mais lidas | as mais lidas | mais lidos | mais lido | mais vistas | mais vistos | mais populares |
      mais comentadas | destaques | em destaque | em alta | recomendados | recomendado para você | recomendadas |
      você também pode gostar | você pode gostar | também pode gostar | pode gostar | tópicos | temas | tags |
      assuntos | palavras-chave | etiquetas | publicidade | anúncio | anúncios | patrocinado | conteúdo patrocinado |
      continua depois da publicidade | continua após a publicidade | fechar | abrir | voltar | voltar ao topo | topo |
      início | página inicial | próximo | próxima | anterior | próxima notícia | notícia anterior | menu | buscar |
      busca | pesquisar | pesquisa | entrar | iniciar sessão | login | sair | registar | registe-se | cadastre-se |
      criar conta | minha conta | assinar | assine | assine já | assinaturas | subscrever | subscreva | newsletter |
      newsletters | assine nossa newsletter | boletim | aviso legal | política de privacidade | privacidade |
      cookies | gerir cookies | gerenciar cookies | política de cookies | aceitar | aceitar cookies | aceitar todos |
      aceitar todos os cookies | rejeitar | rejeitar todos | recusar | configurações | contacto | contactos |
      contato | fale conosco | ajuda | quem somos | sobre nós | mapa do site | termos de uso | termos e condições |
      ouvir | ouvir artigo | ouvir notícia | ouça | ouça este conteúdo | ouvir o artigo | vídeo | vídeos | fotos |
      galeria | galeria de fotos | podcast | áudio | ao vivo | em direto | siga-nos | seguir | siga | rss | ampliar |
      ampliar imagem | ecrã inteiro | tela cheia | fonte | fontes | autor | reportar erro | comunicar erro |
      ir para o conteúdo | pular para o conteúdo | saltar para o conteúdo | reações | gostar | curtir | secções |
      seções | editorias | baixar | urgente | última hora`,
    openings: `
      siga-nos | siga o | siga a nossa | siga nossa | assine a | assine nossa | assine o | subscreva | cadastre-se |
      registe-se | leia também: | leia mais: | veja também: | veja mais: | saiba mais: | ler também: |
      este site utiliza | este site usa | utilizamos cookies | usamos cookies | ao continuar | ao clicar |
      clique aqui | todos os direitos reservados | ir para o conteúdo | pular para o conteúdo |
      saltar para o conteúdo | dê sua opinião | compartilhe | partilhe esta | partilhe este | tags: | tópicos: |
      assuntos: | já é assinante | conteúdo exclusivo para | exclusivo para assinantes | receba nossa | receba as |
      baixe nosso | é proibida a reprodução | proibida a reprodução | vídeo: | em fotos: | você tem direito |
      encontrou um erro | clique para`,
    shapes: [
      'mais (?:em|sobre)(?: [\\p{L}-]+){1,3}',
      '\\d+ ?(?:min|minutos?)\\.? (?:de )?leitura',
      '(?:tempo|duração) (?:de|estimado de) leitura ?:? .{0,20}',
      'leitura ?:? ?\\d+ ?(?:min|minutos?)\\.?',
      '(?:\\d[\\d.]*|sem|nenhum) (?:comentários?|reações|partilhas|compartilhamentos|visualizações|curtidas|gostos)',
      '(?:comentários?|reações|partilhas|compartilhamentos)(?: |:|\\(){1,3}\\d[\\d.]*\\)?',
      '(?:foto|imagem|página) \\d+ (?:de|/) \\d+',
      '(?:mais|todas as|últimas) (?:notícias|matérias|vídeos)(?: (?:de|sobre|em)(?: [\\p{L}-]+){1,3})?',
    ],
  },
  sections: `
    política | economia | mundo | internacional | país | portugal | brasil | sociedade | desporto | esporte |
    esportes | cultura | ciência | saúde | tecnologia | nacional | opinião | local | regional | negócios | mercados |
    empresas | ambiente | meio ambiente | educação | geral | notícias | atualidade | justiça | segurança | futebol |
    lusofonia | áfrica | europa | cotidiano | direitos humanos | entretenimento | viagens`,
}
