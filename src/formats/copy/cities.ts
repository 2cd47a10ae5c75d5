import { fold } from './fold.ts'

let cached: ReadonlySet<string> | undefined

/**
 * Whether a name is that of a city that datelines often name. It only settles forms that are weak by themselves (`NEW YORK A
 * trade war …`); the zones of the machine's clock give most of them.
 */
export function isCity(name: string): boolean {
  cached ??= new Set([
    ...Intl.supportedValuesOf('timeZone').map((zone) => fold(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '))),
    ...more,
  ])
  return cached.has(fold(name).replaceAll('.', ''))
}

const more = `washington | beijing | mumbai | new delhi | delhi | bombay | calcutta | kolkata | chennai | bangalore | bengaluru | hyderabad | islamabad | lahore | peshawar | quetta | hanoi |
  ho chi minh city | saigon | san francisco | boston | houston | dallas | atlanta | miami | seattle | philadelphia | cleveland | pittsburgh | minneapolis | st louis | san diego | san jose |
  las vegas | portland | charlotte | orlando | austin | baltimore | new orleans | milwaukee | cincinnati | kansas city | geneva | milan | turin | naples | venice | florence | barcelona |
  valencia | seville | bilbao | frankfurt | munich | hamburg | cologne | bonn | stuttgart | dusseldorf | leipzig | dresden | hanover | lyon | marseille | nice | strasbourg | toulouse | cannes |
  manchester | liverpool | birmingham | glasgow | edinburgh | cardiff | belfast | leeds | oxford | cambridge | the hague | rotterdam | antwerp | gothenburg | malmo | bergen | st petersburg |
  krakow | gdansk | lodz | cape town | durban | pretoria | abuja | kano | mombasa | rabat | marrakesh | alexandria | gaza | ramallah | jerusalem | tel aviv | haifa | beersheba | basra |
  mosul | kirkuk | aleppo | homs | jeddah | mecca | abu dhabi | doha | sanaa | aden | osaka | nagoya | sapporo | fukuoka | hiroshima | yokohama | pusan | busan | guangzhou | shenzhen |
  chengdu | wuhan | tianjin | nanjing | hangzhou | xian | lhasa | rio de janeiro | brasilia | salvador | recife | porto alegre | medellin | cali | quito | cusco | santiago | valparaiso |
  rosario | mexico city | monterrey | guadalajara | tijuana | ciudad juarez | acapulco | ottawa | quebec city | calgary | vancouver | canberra | auckland | wellington | christchurch |
  united nations | nicosia | ankara | izmir | antalya | diyarbakir | kandahar | herat | davos | basel | bern | salzburg | innsbruck | lviv | odessa | kharkiv | donetsk | grozny | pristina |
  yerevan | nagorno-karabakh | strasburg | luxembourg | monte carlo | indianapolis | denver | sacramento | oklahoma city | salt lake city | nashville | memphis | columbus | albany | buffalo | hartford | berlin`
  .split(/\s*\|\s*/)
