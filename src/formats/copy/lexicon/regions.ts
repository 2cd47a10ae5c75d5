import { fold } from '../text/fold.ts'

/** Whether a word or two is the name of a country, a state or a province, in English or the language of the copy. */
export function isRegion(name: string, code: string): boolean {
  const folded = fold(name).replaceAll('.', '').trim()
  return states.has(folded) || countries(code).has(folded) || countries('en').has(folded)
}

/** Whether a word is the name of a country in one of the languages with Latin letters. */
export function isCountry(name: string): boolean {
  const folded = fold(name).trim()
  return ['en', 'de', 'fr', 'es', 'pt', 'it'].some((code) => countries(code).has(folded))
}

const byLanguage = new Map<string, ReadonlySet<string>>()

function countries(code: string): ReadonlySet<string> {
  const known = byLanguage.get(code)
  if (known) return known
  const names = new Intl.DisplayNames([code], { type: 'region', fallback: 'none' })
  const found = new Set<string>()
  for (let a = 65; a <= 90; a++)
    for (let b = 65; b <= 90; b++) {
      const name = names.of(String.fromCharCode(a, b))
      if (name) found.add(fold(name))
    }
  byLanguage.set(code, found)
  return found
}

const states: ReadonlySet<string> = new Set(
  `alabama | ala | alaska | arizona | ariz | arkansas | ark | california | calif | cal | colorado | colo | connecticut | conn | delaware | del | florida | fla | georgia | ga |
  hawaii | idaho | illinois | ill | indiana | ind | iowa | kansas | kan | kans | kentucky | ky | louisiana | la | maine | maryland | md | massachusetts | mass | michigan | mich |
  minnesota | minn | mississippi | miss | missouri | mo | montana | mont | nebraska | neb | nev | nevada | new hampshire | nh | new jersey | nj | new mexico | nm | new york | ny | nc |
  north carolina | north dakota | nd | ohio | oklahoma | okla | oregon | ore | pennsylvania | penn | penna | pa | rhode island | ri | south carolina | sc | south dakota | sd |
  tennessee | tenn | texas | tex | utah | vermont | vt | virginia | va | washington | wash | west virginia | w va | wisconsin | wis | wisc | wyoming | wyo | dc | district of columbia |
  al | ak | az | ar | ca | co | ct | de | fl | hi | id | il | in | ia | ks | me | ma | mi | mn | ms | mt | ne | nv | oh | ok | or | tn | tx | ut | wv | wi | wy | puerto rico | guam |
  ontario | ont | quebec | que | québec | british columbia | bc | alberta | alta | saskatchewan | sask | manitoba | man | nova scotia | ns | new brunswick | nb | newfoundland | nfld | yukon |
  nunavut | prince edward island | pei | england | scotland | wales | northern ireland | uk | us | usa | u s | u s a | uae | united kingdom | britain | great britain | new south wales | nsw |
  queensland | victoria | tasmania | western australia | south australia | northern territory | bavaria | saxony | catalonia | andalusia | sicily | sardinia | corsica | crimea | kashmir | punjab |
  gujarat | maharashtra | kerala | tamil nadu | karnataka | uttar pradesh | bihar | hong kong | macau | gaza | gaza strip | west bank | kosovo | chechnya | dagestan | tibet | xinjiang | sichuan |
  guangdong | yunnan | burma | ivory coast | czech republic | czechoslovakia | yugoslavia | soviet union | ussr | east germany | west germany | zaire | macedonia | swaziland | congo |
  south korea | north korea | palestinian territories | occupied west bank | russia | syria | iran | venezuela | bolivia | tanzania | vietnam | laos | moldova | turkey | taiwan | bosnia | the netherlands |
  holland | england uk | republic of ireland | irish republic | somaliland | iraqi kurdistan | kurdistan | aceh | bali | java | mindanao | hokkaido | okinawa | alsace | brittany | provence`.split(
    /\s*\|\s*/,
  ),
)
