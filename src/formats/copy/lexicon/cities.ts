import { fold } from '../text/fold.ts'

let cached: ReadonlySet<string> | undefined

/**
 * Whether a name is that of a city that datelines often name. It only settles forms that are weak by themselves (`NEW YORK A
 * trade war …`); the zones of the machine's clock give most of them.
 */
export function isCity(name: string): boolean {
  cached ??= new Set([
    ...Intl.supportedValuesOf('timeZone').map((zone) =>
      fold(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')),
    ),
    ...more,
    ...native,
  ])
  return cached.has(fold(name).replaceAll('.', ''))
}

const more =
  `washington | beijing | mumbai | new delhi | delhi | bombay | calcutta | kolkata | chennai | bangalore | bengaluru | hyderabad | islamabad | lahore | peshawar | quetta | hanoi |
  ho chi minh city | saigon | san francisco | boston | houston | dallas | atlanta | miami | seattle | philadelphia | cleveland | pittsburgh | minneapolis | st louis | san diego | san jose |
  las vegas | portland | charlotte | orlando | austin | baltimore | new orleans | milwaukee | cincinnati | kansas city | geneva | milan | turin | naples | venice | florence | barcelona |
  valencia | seville | bilbao | frankfurt | munich | hamburg | cologne | bonn | stuttgart | dusseldorf | leipzig | dresden | hanover | lyon | marseille | nice | strasbourg | toulouse | cannes |
  manchester | liverpool | birmingham | glasgow | edinburgh | cardiff | belfast | leeds | oxford | cambridge | the hague | rotterdam | antwerp | gothenburg | malmo | bergen | st petersburg |
  krakow | gdansk | lodz | cape town | durban | pretoria | abuja | kano | mombasa | rabat | marrakesh | alexandria | gaza | ramallah | jerusalem | tel aviv | haifa | beersheba | basra |
  mosul | kirkuk | aleppo | homs | jeddah | mecca | abu dhabi | doha | sanaa | aden | osaka | nagoya | sapporo | fukuoka | hiroshima | yokohama | pusan | busan | guangzhou | shenzhen |
  chengdu | wuhan | tianjin | nanjing | hangzhou | xian | lhasa | rio de janeiro | brasilia | salvador | recife | porto alegre | medellin | cali | quito | cusco | santiago | valparaiso |
  rosario | mexico city | monterrey | guadalajara | tijuana | ciudad juarez | acapulco | ottawa | quebec city | calgary | vancouver | canberra | auckland | wellington | christchurch |
  united nations | nicosia | ankara | izmir | antalya | diyarbakir | kandahar | herat | davos | basel | bern | salzburg | innsbruck | lviv | odessa | kharkiv | donetsk | grozny | pristina |
  yerevan | nagorno-karabakh | strasburg | luxembourg | monte carlo | indianapolis | denver | sacramento | oklahoma city | salt lake city | nashville | memphis | columbus | albany | buffalo | hartford | berlin`.split(
    /\s*\|\s*/,
  )

/** Names that cities have in the languages of their countries, and in those of the tables. */
const native =
  `wien | graz | linz | klagenfurt | bregenz | sankt pölten | eisenstadt | villach | wels | münchen | köln | nürnberg | hannover | düsseldorf | bremen | bremerhaven | kiel |
  lübeck | rostock | schwerin | potsdam | cottbus | magdeburg | halle | erfurt | weimar | jena | chemnitz | görlitz | kassel | fulda | wiesbaden | mainz | koblenz | trier | saarbrücken |
  mannheim | heidelberg | karlsruhe | freiburg | ulm | augsburg | regensburg | würzburg | bamberg | bayreuth | passau | ingolstadt | konstanz | dortmund | essen | duisburg | bochum |
  wuppertal | bielefeld | münster | osnabrück | oldenburg | braunschweig | göttingen | wolfsburg | aachen | paderborn | siegen | gera | zwickau | plauen | flensburg | stralsund | cuxhaven |
  zürich | bern | genf | luzern | st gallen | winterthur | lugano | chur | prag | warschau | moskau | kiew | brüssel | den haag | mailand | rom | neapel | venedig | athen | bukarest |
  kopenhagen | tokio | peking | new york | washington | straßburg | genève | lausanne | fribourg | neuchâtel | sion | berne | bâle | bruxelles | anvers | liège | namur | charleroi | gand |
  lille | rennes | brest | nantes | bordeaux | montpellier | grenoble | dijon | reims | rouen | le havre | le mans | angers | tours | orléans | limoges | clermont-ferrand | perpignan |
  nîmes | avignon | aix-en-provence | toulon | ajaccio | bastia | metz | nancy | mulhouse | besançon | amiens | caen | la rochelle | poitiers | pau | bayonne | biarritz | annecy | chambéry |
  saint-étienne | calais | dunkerque | strasbourg | montréal | québec | dakar | abidjan | alger | tunis | rabat | londres | rome | athènes | le caire | beyrouth | jérusalem | pékin | moscou |
  berlin | vienne | lisbonne | madrid | varsovie | sevilla | zaragoza | málaga | murcia | bilbao | vigo | la coruña | a coruña | santander | oviedo | gijón | pamplona | san sebastián | vitoria |
  valladolid | salamanca | burgos | león | toledo | córdoba | granada | almería | cádiz | huelva | badajoz | cáceres | mérida | alicante | castellón | tarragona | girona | lleida | teruel |
  palma | las palmas | melilla | ceuta | logroño | bogotá | medellín | cali | barranquilla | cartagena | caracas | maracaibo | quito | guayaquil | lima | arequipa | la paz | sucre |
  santa cruz | asunción | montevideo | buenos aires | córdoba | mendoza | mar del plata | valparaíso | concepción | antofagasta | ciudad de méxico | méxico | puebla | tijuana | cancún |
  la habana | santo domingo | san juan | ciudad de panamá | panamá | san josé | managua | tegucigalpa | san salvador | ciudad de guatemala | lisboa | porto | coimbra | braga | faro | évora |
  aveiro | setúbal | guimarães | viseu | leiria | funchal | ponta delgada | são paulo | brasília | belo horizonte | curitiba | florianópolis | fortaleza | belém | manaus | goiânia | vitória |
  natal | maceió | joão pessoa | cuiabá | campinas | santos | luanda | maputo | praia | bissau | díli | macau | roma | milano | torino | napoli | firenze | venezia | genova | palermo |
  bologna | bari | catania | verona | padova | trieste | trento | bolzano | brescia | bergamo | parma | modena | ferrara | ravenna | rimini | ancona | perugia | l'aquila | pescara |
  campobasso | potenza | catanzaro | cosenza | reggio calabria | messina | siracusa | trapani | cagliari | sassari | aosta | pisa | livorno | siena | lucca | pavia | cremona | mantova |
  udine | treviso | vicenza | salerno | taranto | lecce | foggia | bruxelles | parigi | londra | berlino | madrid | mosca | pechino | ginevra | zurigo |
  москва | санкт-петербург | петербург | новосибирск | екатеринбург | казань | нижний новгород | челябинск | омск | самара | ростов-на-дону | уфа | красноярск | воронеж | пермь | волгоград |
  краснодар | саратов | тюмень | тольятти | ижевск | барнаул | иркутск | хабаровск | владивосток | якутск | мурманск | архангельск | калининград | сочи | томск | кемерово | тверь | тула |
  рязань | ярославль | вологда | псков | великий новгород | петрозаводск | сыктывкар | грозный | махачкала | владикавказ | нальчик | симферополь | севастополь | чита | улан-удэ | минск |
  киев | харьков | одесса | львов | астана | алматы | ташкент | бишкек | душанбе | ашхабад | баку | тбилиси | ереван | кишинев | вильнюс | рига | таллин | варшава | берлин | лондон | париж |
  вашингтон | нью-йорк | брюссель | женева | вена | рим | мадрид | прага | токио | пекин | сеул | дели | анкара | стамбул | каир | тегеран | иерусалим | белград | афины | хельсинки |
  αθήνα | θεσσαλονίκη | πάτρα | πειραιάς | ηράκλειο | λάρισα | βόλος | ιωάννινα | χανιά | ρόδος | κέρκυρα | καβάλα | δράμα | σέρρες | κοζάνη | τρίκαλα | καλαμάτα | τρίπολη | κομοτηνή |
  ξάνθη | αλεξανδρούπολη | σύρος | μυτιλήνη | χίος | σάμος | κως | ρέθυμνο | σπάρτη | κόρινθος | λαμία | χαλκίδα | πρέβεζα | κατερίνη | βέροια | λευκωσία | λεμεσός | λάρνακα | πάφος |
  λονδίνο | παρίσι | βερολίνο | ρώμη | βρυξέλλες | μόσχα | ουάσινγκτον | νέα υόρκη | κωνσταντινούπολη | άγκυρα | μαδρίτη | βιέννη | γενεύη | πεκίνο | τόκιο`.split(
    /\s*\|\s*/,
  )
