import type { Language } from '../language.ts'

export const fr: Language = {
  code: 'fr',
  words: `
    le | la | les | des | et | en | du | une | un | est | dans | pour | que | qui | sur | au | par | avec | plus |
    ses | aux | ce | ont | été | ne | pas | mais | leur | son | sa | cette | deux | après | selon | à | où | il |
    elle | ils | entre | contre | sans | sous | être | était | sont | l' | d' | qu' | n' | s' | c' | j' | nous |
    vous | aussi | de | se | a | dès | chez | vers | depuis | pendant | tout | tous | très | comme | fait | trois |
    cet | ces | leurs | dont | lors | hier | ou`,
  letters: 'œùûêîëÿ',
  months: [
    'janvier | janv | jan',
    'février | fevrier | févr | fév | fevr | fev',
    'mars',
    'avril | avr',
    'mai',
    'juin',
    'juillet | juil | juill',
    'août | aout | aoû',
    'septembre | sept | sep',
    'octobre | oct',
    'novembre | nov',
    'décembre | decembre | déc | dec',
  ],
  weekdays: `
    lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | lun | mar | mer | jeu | ven | sam | dim`,
  fillers: 'à | le | du | de | h | heure | heures | date | vers | a',
  am: 'du matin',
  pm: "de l'après-midi | du soir",
  zones: { hec: 60, 'heure de paris': 60 },
  numericDate: 'dmy',
  publishedWords: `
    publié | publié le | publiée le | publie le | paru le | posté le | mis en ligne le | diffusé le | créé le |
    publication | écrit le | date de publication | première publication | par la rédaction, publié le |
    article publié le`,
  updatedWords: `
    mis à jour | mis à jour le | mise à jour | mise à jour le | modifié | modifié le | dernière mise à jour |
    dernière mise à jour le | dernière modification | actualisé | actualisé le | maj | màj | maj le`,
  ages: [
    "(?:il y a|dans) (?:environ |plus d[e' ’]+|moins d[e' ’]+|près de )?(?:une?|deux|trois|quelques|\\d+) ?(?:secondes?|minutes?|min|mn|heures?|h|jours?|j|semaines?|mois|ans?|années?)",
    "à l'instant",
    'à l’instant',
    'hier',
  ],
  roles: {
    reporting: {
      lead: `
        reportage de | reportage d' | reportage d’ | reportage | reportages de | rapporté par | récit de |
        enquête de | couvert par`,
    },
    'additional reporting': {
      lead: `
        reportage complémentaire de | reportage complémentaire | reportages complémentaires de |
        reportage additionnel de | reportage supplémentaire de | avec le reportage de | reportage additionnel |
        informations complémentaires de | contribution au reportage de`,
    },
    writing: {
      lead: `
        rédigé par | redigé par | écrit par | rédaction de | rédaction | texte de | texte | récit | service écrit par`,
    },
    'additional writing': { lead: 'avec la plume de | rédaction complémentaire de' },
    editing: {
      lead: `
        édité par | edité par | édition de | édition par | édité | edité | éditing de | edition de |
        rédacteur en chef | relecture | relu par | relecture de | édition | supervisé par | montage`,
    },
    'additional editing': { lead: 'édition complémentaire de' },
    compiling: { lead: 'compilé par | synthèse de | compilation de' },
    translating: {
      lead: `
        version française de | version française par | version française | traduit par | traduction de | traduction |
        traduit de l'anglais par | traduit de l’anglais par | adapté par | adaptation`,
    },
    graphics: { lead: 'infographie de | infographie | graphiques de | graphique de | graphiques' },
    polling: { lead: 'sondage de | sondage' },
    analysis: { lead: 'analyse de | analyse des données de' },
    contributing: {
      lead: `
        avec la contribution de | avec la contribution d' | avec les contributions de | avec la collaboration de | avec la participation de |
        avec des informations de | avec l'aide de | avec l’aide de | contribution de | contributions de |
        contribution | ont contribué à cet article | a contribué à cet article | ont contribué à ce reportage |
        ont contribué | a contribué | avec le concours de | avec nos correspondants`,
      follow: `
        a contribué à cet article | ont contribué à cet article | a contribué à cette dépêche |
        ont contribué à cette dépêche | a contribué à ce reportage | ont contribué à ce reportage | ont contribué |
        a contribué | ont participé à cet article | a participé à cet article`,
    },
  },
  otherRoles: 'photos de | photographies de | images de | vidéo de',
  bylineLead: `
    par | de notre correspondant | de notre correspondante | de notre envoyé spécial | de notre envoyée spéciale |
    propos recueillis par`,
  jobs: `
    journaliste | journalistes | correspondant | correspondante | envoyé spécial | envoyée spéciale | rédacteur |
    rédactrice | reporter | chef du bureau | photographe | rédacteur en chef | rédactrice en chef | chroniqueur |
    chroniqueuse | stagiaire | correspondants | spécialiste | grand reporter`,
  and: 'et | avec | ainsi que | &',
  placeLead: 'à | en | au | aux | depuis',
  desks: `
    rédaction | bureau | bureaux | desk | service | équipe | rédactions | agences | la rédaction | pôle | newsroom`,
  agencies: `
    agence france-presse | la presse canadienne | presse canadienne | agence belga | agefi-dow jones |
    agéfi-dow jones | keystone-ats`,
  signals: {
    update: `
      actualisé | actualise | actualisation | mise à jour | mis à jour | maj | màj | attention - actualise |
      attention - complète | attention - ajoute | attention actualise | lead | avec précisions`,
    correction: `
      rectificatif | rectification | corrigé | corrige | correction | correctif | erratum | attention - corrige |
      attention - rectifie | rectifié | rectifie | corr | version corrigée`,
    refile: `
      répétition | repetition | répété | répète | rpt | réémission | reémission | rediffusion | renvoi |
      bis repetita | reprise`,
    wrapup: `
      synthèse | synthese | papier général | papier general | récapitulatif | recapitulatif | encadré général`,
    kill: `
      annulation | annule | dépêche annulée | attention - annulation | à supprimer | ne pas utiliser |
      annule et remplace | attention annulation`,
    embargo: `
      embargo | sous embargo | embargo jusqu'au | embargo jusqu’au | embargo jusqu'à | sous embargo jusqu'au |
      sous embargo jusqu'à | embargo au | embargo jusqu’à | sous embargo jusqu’au | ne pas publier avant |
      embargo levé`,
  },
  changes: `
    répétition | corrige | rectifie | corrigé | ajoute | actualise | précise | complète | répète | modifie | retire |
    change | met à jour | bien lire | lire bien | avec | nouveau titre | supprime | reformule | remplace |
    dépêche corrigée | une précédente version | dans une version précédente | dans une première version |
    rectificatif | correction | ajout | précision | version corrigée | une version précédente | une première version |
    au paragraphe | dans le paragraphe`,
  advisories: `
    note aux rédactions | note à la rédaction | à l'attention des rédactions | à l’attention des rédactions | ndlr |
    avis aux rédactions | note de la rédaction | note aux abonnés | note à nos abonnés | pas pour publication |
    ne pas diffuser | note de service`,
  contacts: `
    tél | tel | téléphone | courriel | e-mail | email | mail | fax | contact | contacts | contact presse | portable |
    mobile | renseignements | service de presse | pour plus d'informations | pour plus d’informations | desk`,
  standards: `
    nos standards | nos normes | nos principes | notre charte | charte éditoriale | charte déontologique | les normes`,
  ends: 'fin | fin de la dépêche | fin du message | fin de citation | fin de transmission',
  captions: {
    photo: 'photo | photos | image | cliché | photographie | ph | crédit photo',
    label:
      "légende | légende photo | légende de la photo | légende de l'image | sur la photo | sur cette photo | sur l'image | sur le cliché",
    file: `
      archives | archive | photo d'archives | photo d’archives | photo d'archive | photo d’archive |
      image d'archives | image d’archives | d'archives | photo archives | archives photo`,
    handout: 'handout | document remis | photo fournie',
    undated: 'non datée | photo non datée | non daté | image non datée',
    courtesy:
      "avec l’aimable autorisation de | avec l'aimable autorisation de | gracieuseté | courtoisie | gracieuseté de",
    credit: `
      photo | photos | crédit | crédits | crédit photo | crédits photo | photo de | photo par | image |
      photographie de | source | © | copyright | photographe | cliché de | infographie | illustration de`,
    provided: `
      fournie par | fourni par | diffusée par | diffusé par | remise par | transmise par | publiée par |
      communiquée par`,
    still: `
      capture d'écran | capture d’écran | image tirée d'une vidéo | image tirée d’une vidéo | capture vidéo |
      extrait vidéo`,
    illustration: `
      illustration | photo d'illustration | photo d’illustration | image d'illustration | image d’illustration |
      photo prétexte`,
    placeLead: "à | en | au | aux | près de | près d' | dans | devant | sur | de | au large de",
  },
  furniture: {
    lines: `
      partager | partager cet article | partager l'article | partager l’article | partager sur facebook |
      partager sur twitter | partager sur x | partager sur linkedin | partager sur whatsapp | partager par e-mail |
      partager par email | partager par mail | partagez | tweeter | imprimer | imprimer l'article |
      imprimer l’article | imprimer cet article | envoyer | envoyer par e-mail | envoyer par email |
      envoyer par mail | envoyer à un ami | enregistrer | sauvegarder | copier le lien | copier | lien copié |
      contactez la rédaction | commenter | réagir à cet article | réagir à l'article | plus d'infos | commentaires |
      commentaire | réagir | réactions | voir les commentaires | lire les commentaires | ajouter un commentaire |
      laisser un commentaire | lire aussi | à lire aussi | a lire aussi | lire également | à lire également | à lire |
      lire la suite | lire plus | en savoir plus | voir plus | voir aussi | à voir aussi | à voir | plus d'articles |
      plus d’articles | plus | suite | sur le même sujet | sur le même thème | dans la même rubrique | articles liés |
      articles similaires | articles associés | à découvrir | sujets liés | sujets associés | thèmes | thématiques |
      mots-clés | mots clés | tags | les plus lus | les plus consultés | le plus lu | les plus commentés |
      populaires | dernières actualités | dernières nouvelles | derniers articles | les dernières infos | à la une |
      à ne pas manquer | nos recommandations | recommandé pour vous | vous aimerez aussi | vous aimerez peut-être |
      publicité | pub | annonce | sponsorisé | contenu sponsorisé | fermer | ouvrir | haut de page | retour en haut |
      retour à l'accueil | retour à l’accueil | retour | accueil | suivant | précédent | article suivant |
      article précédent | menu | rechercher | recherche | se connecter | connexion | déconnexion | s'inscrire |
      s’inscrire | inscription | mon compte | créer un compte | s'abonner | s’abonner | abonnez-vous | je m'abonne |
      je m’abonne | abonnement | newsletter | newsletters | nos newsletters | infolettre | mentions légales |
      politique de confidentialité | confidentialité | vie privée | cookies | gérer les cookies | accepter |
      accepter les cookies | tout accepter | tout refuser | refuser | paramétrer | contact | contactez-nous | aide |
      cgu | cgv | plan du site | qui sommes-nous | à propos | écouter | écouter l'article | écouter l’article |
      écouter cet article | offrir cet article | offrir l'article | offrir | vidéo | vidéos | photos | diaporama |
      galerie | podcast | audio | direct | en direct | suivez-nous | suivre | nous suivre | signaler une erreur |
      signaler | favoris | ajouter aux favoris | ajouter à mes favoris | fermer la publicité | gérer mes préférences |
      tout voir | rss | agrandir | agrandir l'image | agrandir l’image | plein écran | source | sources | auteur |
      auteurs | taille du texte | aller au contenu | lire plus tard | lecture | sommaire | rubriques | télécharger |
      urgent | alerte | flash`,
    openings: `
      lire aussi : | lire aussi: | à lire aussi : | à lire aussi: | a lire aussi : | lire également | voir aussi : |
      voir aussi: | sur le même sujet | abonnez-vous | inscrivez-vous | suivez-nous | recevez nos | recevez notre |
      rejoignez-nous | retrouvez-nous | téléchargez l | cliquez ici | nous utilisons des cookies | ce site utilise |
      notre site utilise | en poursuivant | en cliquant | en vous inscrivant | tous droits réservés |
      aller au contenu | aller à | accéder au contenu | passer au contenu | mots-clés : | mots-clés: | thèmes : |
      tags : | déjà abonné | cet article est réservé | article réservé | il vous reste | pour lire la suite |
      vidéo : | vidéo: | en images | reproduction interdite | partager sur | partagez sur |
      vous avez repéré une erreur | une erreur dans l'article`,
    shapes: [
      'plus (?:sur|en)(?: [\\p{L}-]+){1,3}',
      '(?:temps|durée) de lecture ?:? .{0,20}',
      '(?:lecture|lu en) ?:? ?\\d+ ?(?:min|mn|minutes?)\\.?',
      '\\d+ ?(?:min|mn|minutes?)\\.? de lecture',
      "(?:\\d[\\d .]*|aucun|pas de) (?:commentaires?|réactions?|partages?|vues|j[’']aime|lecteurs)",
      '(?:commentaires?|réactions?|réagir|partages?)(?: |:|\\(){1,3}\\d[\\d .]*\\)?',
      '(?:photo|image|page) \\d+ (?:sur|/|de) \\d+',
      "(?:toute|toutes|tous|plus) (?:de |d[’'])?(?:l[’']|les |la )?(?:actualités?|articles?|infos?|vidéos?)(?: [\\p{L}-]+){0,3}",
    ],
  },
  sections: `
    politique | économie | monde | international | france | société | sport | sports | culture | sciences | santé |
    environnement | planète | faits divers | régions | région | europe | suisse | belgique | bourse | marchés |
    entreprises | médias | tech | technologie | high-tech | opinions | débats | éducation | justice | people |
    lifestyle | actualités | actualité | info | infos | météo | québec | canada | afrique | amériques | finance |
    football | régional | voyage | cinéma | musique | livres`,
}
