import type { Language } from '../language.ts'

export const de: Language = {
  code: 'de',
  words: `
    der | die | und | das | den | von | nicht | mit | ist | auf | für | ein | eine | dem | des | sich | wird | nach |
    bei | auch | im | am | zum | zur | an | hat | haben | sind | war | wurde | aus | über | sagte | wie | noch | vor |
    um | als | es | er | sie | einer | einem | einen | keine | zu | bis | oder | durch | gegen | zwischen | sein |
    seine | ihre | vom | beim | seit | ab | unter | neue | neuer | neues | neuen | neuem | werden | worden | wurden |
    waren | soll | sollen | kann | können | muss | müssen | habe | hatte | hatten | mehr | nur | aber | wenn | dass |
    doch | heute | gestern | ohne | während | wegen | laut | sei | seien | würde | ins | ihr | ihren | ihrer |
    seinen | seiner | seines | dieser | diese | dieses | diesem | diesen | uhr | zwei | drei | kein | keinen | allen |
    viele | weil | steht | gibt | bleibt | zurück | will`,
  letters: 'ßäöü',
  months: [
    'januar | jänner | jan | jän',
    'februar | feber | feb | febr',
    'märz | maerz | mär | mrz',
    'april | apr',
    'mai',
    'juni | jun',
    'juli | jul',
    'august | aug',
    'september | sept | sep',
    'oktober | okt',
    'november | nov',
    'dezember | dez',
  ],
  weekdays: `
    montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonnabend | sonntag | mo | di | mi | do | fr |
    sa | so | mon | die | mit | don | fre | sam | son`,
  fillers: 'am | um | uhr | den | der | vom | von | datum | zeit | gegen | h',
  am: 'vormittags | morgens | früh | vorm',
  pm: 'nachmittags | abends | nachm',
  zones: { mez: 60, mesz: 120, wez: 0, ortszeit: 60 },
  numericDate: 'dmy',
  publishedWords: `
    veröffentlicht | veröffentlicht am | erstellt | erstellt am | publiziert | publiziert am | erschienen |
    erschienen am | erstveröffentlichung | gesendet | online seit | datum | vom`,
  updatedWords: `
    aktualisiert | aktualisiert am | zuletzt aktualisiert | zuletzt aktualisiert am | letzte aktualisierung |
    letztes update | update | stand | geändert | geändert am | zuletzt geändert | zuletzt geändert am |
    zuletzt bearbeitet | akt`,
  ages: [
    '(?:vor|in) (?:etwa |rund |über |fast |mehr als |weniger als )?(?:einer?|einem|zwei|drei|wenigen|\\d+) (?:sekunden?|sek|minuten?|min|stunden?|std|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)',
    'gerade eben',
    'gestern',
    'soeben',
  ],
  roles: {
    reporting: {
      lead: `
        bericht von | bericht | berichte von | berichterstattung von | berichterstattung | berichtet von |
        reportage von | reporter | reporterin | aus der feder von | recherche von | recherche`,
      follow: 'berichtete | berichteten | berichten | berichtet',
    },
    'additional reporting': {
      lead: `
        zusätzliche berichterstattung von | zusätzliche berichterstattung | zusätzlicher bericht von |
        zusätzliche berichte von | ergänzende berichterstattung von | weitere berichterstattung von |
        zusätzliche recherche von | zusatzberichterstattung von | zusätzliche reportage von`,
    },
    writing: {
      lead: `
        geschrieben von | verfasst von | text von | text | autor | autorin | autoren | autorinnen | verfasser |
        verfasserin | aufgeschrieben von | bearbeitet von`,
    },
    'additional writing': { lead: 'mitverfasst von | zusätzlicher text von' },
    editing: {
      lead: `
        redigiert von | redaktion | redaktion von | redaktionell bearbeitet von | redakteur | redakteurin |
        redigiert | redigat | redigierung | schlussredaktion | lektorat`,
    },
    'additional editing': { lead: 'zusätzlich redigiert von | zusätzliche redaktion' },
    compiling: { lead: 'zusammengestellt von | zusammenstellung | zusammengefasst von' },
    translating: {
      lead: `
        übersetzt von | übersetzung von | übersetzung | aus dem englischen von | deutsch von |
        ins deutsche übertragen von`,
    },
    graphics: { lead: 'grafik von | grafiken von | grafik | grafiken | infografik' },
    polling: { lead: 'umfrage von | umfrage' },
    analysis: { lead: 'analyse von | datenanalyse von | analyse' },
    contributing: {
      lead: `
        mitarbeit | redaktionelle mitarbeit | mitarbeit von | unter mitarbeit von | unter mitwirkung von | mitwirkung | mit material von |
        mit beiträgen von | mit informationen von | mitgearbeitet haben | mitgearbeitet hat`,
      follow: `
        trug zu diesem bericht bei | trugen zu diesem bericht bei | trug dazu bei | trugen dazu bei |
        hat mitgearbeitet | haben mitgearbeitet | hat zu diesem bericht beigetragen |
        haben zu diesem bericht beigetragen | trug zur berichterstattung bei | trugen zur berichterstattung bei`,
    },
  },
  otherRoles: 'fotos von | foto von | video von',
  bylineLead: `
    von | ein bericht von | von unserem korrespondenten | von unserer korrespondentin | von unserem mitarbeiter |
    von unserer mitarbeiterin | von unserem redakteur | von unserer redakteurin | eine analyse von |
    ein kommentar von | eine reportage von | aus berlin berichtet`,
  jobs: `
    korrespondent | korrespondentin | redakteur | redakteurin | reporter | reporterin | journalist | journalistin |
    autor | autorin | mitarbeiter | mitarbeiterin | büroleiter | büroleiterin | chefredakteur | chefredakteurin |
    volontär | volontärin | fotograf | fotografin | chefkorrespondent | chefreporter | praktikant`,
  and: 'und | sowie | u. | mit',
  placeLead: 'in | aus | im | bei',
  desks: `
    redaktion | büro | newsroom | büros | redaktionen | desk | team | nachrichtenredaktion | zentralredaktion |
    agenturen | onlineredaktion | landesdienst | ressort`,
  agencies: `
    ots | dts | awp | sda | rtr | afp | dpa-infocom | dpa-custom | dpa-zentralbild | dts nachrichtenagentur |
    deutsche presse-agentur | austria presse agentur | schweizerische depeschenagentur |
    katholische nachrichten-agentur | evangelischer pressedienst | sport-informations-dienst`,
  datelines: ['^(?<places>\\p{Lu}{3,}(?:/\\p{Lu}{3,})*) (?<source>taz|afp|dpa|ap|epd|rtr) \\| '],
  signals: {
    update: `
      aktualisiert | aktualisierung | update | neufassung | aktualisierte fassung | ergänzt`,
    correction: `
      berichtigung | korrektur | korrigiert | berichtigt | richtigstellung | korr | berichtigte fassung |
      korrigierte fassung`,
    refile: `
      wdh | wiederholung | wiederholt | wdhlg | neuversand | erneut gesendet | erneut`,
    wrapup: `
      zusammenfassung | gesamtzusammenfassung | tageszusammenfassung | zf | zsf | roundup`,
    kill: `
      rückzug | zurückgezogen | annulliert | annullierung | meldung zurückgezogen | bitte nicht verwenden |
      achtung rückzug`,
    embargo: `
      sperrfrist | sperrfrist bis | gesperrt bis | embargo | embargo bis | frei ab | nicht vor | freigabe |
      zur veröffentlichung ab | sperrfrist beachten`,
  },
  changes: `
    berichtigt | korrigiert | berichtigung | korrektur | ergänzt | ergänzt um | aktualisiert | neu | wiederholt |
    präzisiert | im ersten absatz | im zweiten absatz | im dritten absatz | im vierten absatz | im letzten absatz |
    durchgehend neu | in der überschrift | im absatz | wiederholung | stellt klar | fügt hinzu | streicht | mit |
    weitere details | neue fassung | ändert | im 1 absatz | im 2 absatz | im 3 absatz | in der meldung |
    in einer früheren fassung | in einer früheren version`,
  advisories: `
    achtung redaktionen | achtung, redaktionen | an die redaktionen | redaktioneller hinweis |
    hinweis an die redaktionen | notizblock | redaktionshinweis | anmerkung der redaktion | anm. d. red |
    anm. der redaktion | hinweis der redaktion | in eigener sache | nicht zur veröffentlichung | # notizblock | ## |
    dpa-notizblock | die folgenden informationen sind nicht zur veröffentlichung bestimmt`,
  contacts: `
    tel | telefon | e-mail | email | mail | fax | mobil | handy | kontakt | ansprechpartner | pressekontakt |
    rückfragen | rückfragehinweis | rückfragen an | bei rückfragen | bei rückfragen wenden sie sich | durchwahl |
    presse | redaktionstelefon | newsdesk`,
  standards: 'unsere standards | unsere grundsätze | standards | redaktionelle standards | redaktionelle leitlinien',
  ends: 'ende | schluss | ende der meldung | fortsetzung folgt | forts | forts. folgt | ende der durchsage',
  captions: {
    photo: 'foto | bild | aufnahme | fotos | bilder | grafik | fotografie | photo',
    label:
      'bildunterschrift | bildunterzeile | bildtext | bildzeile | bildlegende | im bild | das bild zeigt | das foto zeigt | auf dem foto | auf dem bild | zum bild | zum foto | bu | caption',
    file: `
      archiv | archivbild | archivfoto | archivaufnahme | aus dem archiv | archivphoto | archivierung`,
    handout: 'handout | pressebild | pressefoto',
    undated:
      'undatiert | undatierte | undatierten | undatiertes | undatierte aufnahme | undatiertes foto | undatiertes bild',
    courtesy: 'mit freundlicher genehmigung von | mit freundlicher genehmigung',
    credit: `
      foto | fotos | bild | bildrechte | bildquelle | fotograf | fotografin | quelle | fotonachweis | bildnachweis |
      copyright | foto von | bild von | aufnahme von | grafik | fotocredit | photo`,
    provided:
      'bereitgestellt von | zur verfügung gestellt von | herausgegeben von | veröffentlicht von | übermittelt von',
    still: 'videostandbild | standbild | screenshot | standbild aus einem video | videoausschnitt',
    illustration: 'symbolbild | symbolfoto | illustration | themenbild | symbolaufnahme',
    placeLead: 'in | bei | im | am | vor | nahe | aus | auf | über | von',
  },
  furniture: {
    lines: `
      teilen | artikel teilen | seite teilen | diese seite teilen | auf facebook teilen | auf twitter teilen |
      auf x teilen | auf whatsapp teilen | auf linkedin teilen | twittern | merken | artikel merken |
      zu favoriten hinzufügen | drucken | artikel drucken | seite drucken | versenden | artikel versenden |
      per e-mail versenden | per mail versenden | per e-mail teilen | per mail teilen | weiterempfehlen | empfehlen |
      speichern | vorlesen | vorlesen lassen | artikel anhören | anhören | link kopieren | kopieren | kommentare |
      kommentar | kommentieren | kommentar schreiben | kommentare lesen | alle kommentare anzeigen | alle kommentare |
      zu den kommentaren | diskutieren | jetzt kommentieren | mehr zum thema | mehr aus dem ressort | zum thema |
      mehr | mehr lesen | mehr anzeigen | mehr erfahren | mehr dazu | weiterlesen | weitere themen | weitere artikel |
      weitere nachrichten | weitere meldungen | lesen sie auch | auch interessant |
      das könnte sie auch interessieren | das könnte sie interessieren | das könnte dich auch interessieren |
      verwandte artikel | ähnliche artikel | verwandte themen | themen | schlagwörter | schlagworte | stichwörter |
      meistgelesen | meistgelesene artikel | meist gelesen | am meisten gelesen | meistkommentiert | beliebt |
      aktuell | aktuelles | neueste | neueste artikel | top-themen | top-news | topthemen |
      empfehlungen der redaktion | redaktionsempfehlung | anzeige | anzeigen | werbung | gesponsert | nach oben |
      zum seitenanfang | seitenanfang | zum anfang | zur startseite | startseite | zurück | zurück zur startseite |
      zurück zur übersicht | vor | weiter | nächster artikel | vorheriger artikel | menü | suche | suchen |
      navigation | anmelden | abmelden | einloggen | login | registrieren | konto | mein konto | abo | abonnieren |
      jetzt abonnieren | newsletter | newsletter abonnieren | zum newsletter | impressum | datenschutz |
      datenschutzerklärung | datenschutzhinweise | agb | kontakt | hilfe | cookies | cookie-einstellungen |
      cookies akzeptieren | alle akzeptieren | alle ablehnen | akzeptieren | ablehnen | einstellungen | zustimmen |
      schließen | öffnen | nutzungsbedingungen | barrierefreiheit | über uns | mediadaten | feedback | e-paper | rss |
      podcast | video | videos | bilder | bildergalerie | fotostrecke | galerie | zum video | zum inhalt springen |
      folgen | folgen sie uns | quelle | quellen | autor | schrift | schriftgröße | fehler melden | leserbrief |
      leserbrief schreiben | artikel vorlesen | im überblick | inhalt | übersicht | live | liveticker | jetzt teilen |
      beitrag teilen | per whatsapp teilen | vollbild | bild vergrößern | eilmeldung | eil | vorausmeldung`,
    openings: `
      lesen sie auch | lesen sie mehr | lesen sie hier | mehr zum thema | mehr dazu: | das könnte sie |
      folgen sie uns | folgen sie | abonnieren sie | jetzt abonnieren | melden sie sich | registrieren sie |
      newsletter: | wir verwenden cookies | diese website verwendet | diese webseite verwendet |
      diese seite verwendet | diese website nutzt | diese webseite nutzt | unsere website verwendet |
      mit der nutzung | alle rechte vorbehalten | zum inhalt | zur navigation | direkt zum inhalt | zurück zur |
      zum newsletter | diskutieren sie | themen: | schlagwörter: | schlagworte: | hier geht es | hier klicken |
      klicken sie hier | sie haben noch | bereits abonnent | schon abonnent | jetzt registrieren | jetzt anmelden |
      keine nachrichten mehr verpassen | verpassen sie | zum thema: | weitere nachrichten | auch interessant: |
      im video: | video: | dieser artikel wurde | dieser text erschien | bitte aktivieren sie javascript |
      haben sie einen fehler | copyright`,
    shapes: [
      'mehr (?:aus|zu|zum|zur|von|über)(?: [\\p{L}-]+){1,3}',
      'zur? (?:übersicht|startseite|themenseite|homepage|ressort.{0,20})',
      '(?:ca\\.? )?\\d+ ?(?:min\\.?|minuten?)(?: lesezeit| lesedauer)?',
      '(?:lesezeit|lesedauer):? .{0,20}',
      '(?:\\d[\\d.]* |keine |noch keine )(?:kommentare?|reaktionen?|bewertungen?|antworten?|likes?|leser(?:kommentare)?)',
      '(?:kommentare?|leserkommentare|antworten|bewertungen)(?: |:|\\(){1,3}\\d[\\d.]*\\)?',
      '(?:bild|seite|foto) \\d+ (?:von|/) \\d+',
      '(?:alle|weitere|mehr) (?:artikel|nachrichten|meldungen|videos|themen|news)(?: (?:aus|zu|zum|von|anzeigen)(?: [\\p{L}-]+){0,2})?',
    ],
  },
  sections: `
    politik | wirtschaft | sport | kultur | panorama | wissenschaft | regional | lokales | ausland | inland |
    vermischtes | netzwelt | technik | gesundheit | gesellschaft | international | deutschland | welt | europa |
    österreich | schweiz | feuilleton | meinung | reise | leben | medien | börse | finanzen | unternehmen |
    nachrichten | boulevard | aus aller welt | region | umwelt | bildung | digital | chronik | fußball | auto |
    verkehr | wetter`,
}
