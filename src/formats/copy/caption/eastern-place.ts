import type { Lexicon } from '../lexicon/lexicon.ts'
import { isRegion } from '../lexicon/regions.ts'
import { fold } from '../text/fold.ts'

/** Where a picture was taken, from a caption in Chinese, Japanese or Korean; undefined when the words do not show it. */
export function easternPlace(text: string, lexicon: Lexicon): string | undefined {
  if (lexicon.code === 'ko') return korean(text, lexicon)
  if (lexicon.code === 'ja') return japanese(text) ?? leading(text, lexicon)
  return leading(text, lexicon) ?? chinese(text, lexicon)
}

/** Japanese parts the scene from day and place: `…する市長＝24日午後、東京・霞が関で`. */
function japanese(text: string): string | undefined {
  const tail = (
    /[＝=]([^＝=]{2,50}?)。?$/u.exec(text) ??
    /（([^（）]*\d日[^（）]*、[^（）]+)）$/u.exec(text) ??
    /(?<=。|^)([^。]*\d日[^。]*、[^。、]{2,24}で)撮影。?$/u.exec(text)
  )?.[1]
  if (!tail) return undefined
  const parts = tail
    .split(/[、,，]/u)
    .map((part) =>
      part
        .replace(
          /^[\d０-９]{1,4}年|[\d０-９]{1,2}月(?![島町市村])|[\d０-９]{1,2}日|(?:午前|午後|朝|夜|夕|未明|早朝)(?:[\d０-９]{1,2}時(?:[\d０-９]{1,2}分)?)?|ごろ|撮影|代表/gu,
          '',
        )
        .replace(/(?:で|にて)$/u, '')
        .trim(),
    )
    .filter(Boolean)
  return parts.length ? parts.join('、') : undefined
}

/** Chinese leads the place with 在: a city of the table, or up to the sign of what kind of place it is. */
function chinese(text: string, { cities }: Lexicon): string | undefined {
  for (const found of text.matchAll(/(?:[在于於]|[拍摄攝]的)(\p{Script=Han}{2,14})/gu)) {
    const after = found[1]!
    const city = [...cities].filter((name) => after.startsWith(name)).toSorted((a, b) => b.length - a.length)[0]
    const kind =
      /^\p{Script=Han}{0,8}?\p{Script=Han}(?:市|县|縣|区|區|省|州|镇|鎮|村|岛|島|港|机场|機場|车站|車站|火车站|广场|廣場|公园|公園|山|湖|河|江|桥|橋|路|街|宫|寺|馆|館|中心|大学|大學|体育场|體育館)/u.exec(
        after,
      )?.[0]
    if (city) {
      const more =
        /^(?:国际|國際)?(?:港|机场|機場|车站|車站|火车站|广场|廣場|码头|市|县|縣|区|區)/u.exec(
          after.slice(city.length),
        )?.[0] ?? ''
      return city + more
    }
    if (kind) return kind + (/^(?:港|机场|機場|车站|車站|广场|廣場|码头)/u.exec(after.slice(kind.length))?.[0] ?? '')
  }
  return undefined
}

/** A city at the head of the sentence or right after the day: `ベルリンの駅前を歩く`, `6月5日，花蓮居民`. */
function leading(text: string, { cities }: Lexicon): string | undefined {
  const rest = text.replace(/^(?:图为|圖為|图|图中)?(?:[\d年月日]{2,11}[，、,]?)?/u, '')
  return [...cities].filter((name) => rest.startsWith(name)).toSorted((a, b) => b.length - a.length)[0]
}

/** Korean: from a city or a country on to the word that ends in 에서: `24일 오후 서울 광화문광장에서`. */
function korean(text: string, lexicon: Lexicon): string | undefined {
  const words = text.split(/\s+/u)
  for (let i = 0; i < words.length; i++) {
    const bare = stripped(words[i]!)
    const known = lexicon.cities.has(fold(bare)) || isRegion(bare, lexicon.code)
    if (!known || bare.length < 2) continue
    const place = [bare]
    for (let j = i + 1; bare === words[i] && j < words.length && j < i + 4; j++) {
      const word = words[j]!
      const here = /^(.{2,})에서$/u.exec(word)?.[1]
      if (here) {
        place.push(...words.slice(i + 1, j), here)
        break
      }
      const kind =
        /^(\p{Script=Hangul}*(?:해수욕장|광장|공원|시장|공항|거리|경기장|체육관|박물관|대학교?|역))(?:을|를|에|의|로|으로)?$/u.exec(
          word,
        )?.[1]
      if (kind) {
        place.push(...words.slice(i + 1, j), kind)
        break
      }
      if (/[을를은는이가의로]$/u.test(word) || /[,.]$/u.test(word)) break
      if (lexicon.cities.has(fold(stripped(word)))) return [...place, stripped(word)].join(' ')
      if (isRegion(bare, lexicon.code) && j === i + 1 && /^\p{Script=Hangul}{2,6}$/u.test(word)) place.push(word)
    }
    return [...new Set(place)].join(' ')
  }
  const anywhere =
    /(?:^|\s)((?:\p{Script=Hangul}{2,6} )?\p{Script=Hangul}{2,8}(?:시|군|구|읍|면|동|항|역|광장|공원|시장|공항))에서(?=\s)/u.exec(
      text,
    )
  return anywhere?.[1]
}

function stripped(word: string): string {
  return word.replace(/(?:에서|에|의|시의)$/u, '').replace(/[,.]$/u, '')
}
