import type { Reading } from '../reading.ts'
import type { Block } from '../text/blocks.ts'
import { fold, wordsIn } from '../text/fold.ts'

/** Words that lead to other stories, in every language: a line of them alone heads a list of links, a line that goes on after a mark is one. */
const related = new RegExp(
  `^(?:${[
    'related(?: (?:articles?|stor(?:y|ies)|posts?|content|coverage|news|links?|topics?|reading|videos?))?|see also|also read|also see|more on this(?: story| topic)?|in case you missed it',
    "(?:most|more) (?:read|popular|viewed|from|on|in|stories|news|like this)(?: [\\p{L}\\d&’'-]+){0,4}|(?:next )?up next(?: in(?: [\\p{L}&]+){1,4})?|next up(?: in(?: [\\p{L}&]+){1,4})?|popular (?:on|in)(?: [\\p{L}\\d]+){1,3}|read (?:more|also|next)|more(?=\\s*:)|more great(?: [\\p{L}]+){1,4}|recommended(?: for you| stories| reading| videos?)?|trending(?: now)?|must reads?|don[’']t miss",
    '(?:lesen|sehen|horen|hören) sie (?:auch|mehr|dazu)|(?:auch|mehr) (?:interessant|zum thema|dazu|lesen)|zum thema|lesetipps?|mehr aus(?: [\\p{L}]+){1,3}|weiterlesen|passend dazu|das (?:koennte|könnte) (?:sie|dich) auch interessieren|mehr aus dem web|weitere (?:artikel|themen|nachrichten)',
    'lire (?:aussi|egalement|également)|a lire egalement|à lire également|a lire aussi|à lire aussi|a lire|voir aussi|sur le meme sujet|sur le même sujet|pour aller plus loin|dans la meme rubrique|notre dossier|les plus lus',
    'te puede interesar|le puede interesar|tambien te puede interesar|lea tambien|lea también|lee tambien|lee también|leer mas|leer más|ver tambien|mas informacion|más información|noticias? relacionadas?|no te pierdas|te recomendamos|lo mas leido|lo más leído',
    'leia (?:tambem|também|mais|ainda)|veja (?:tambem|também|mais)|saiba mais|artigos? relacionados?|mais lidas|relacionad[ao]s?|noticias relacionadas',
    'leggi anche|leggi pure|vedi anche|potrebbe interessarti(?: anche)?|per approfondire|articoli correlati|notizie correlate|i piu letti|i più letti|ti potrebbe interessare',
    'читайте также|читайте ещ[её]|читать также|по теме|материалы по теме|смотрите также|подробнее|еще по теме',
    'اقرا ايضا|اقرأ أيضا|اقرأ ايضا|أقرا ايضا|شاهد ايضا|شاهد أيضا|مواضيع ذات صله|مواضيع ذات صلة|الاكثر قراءة|طالع ايضا|للمزيد',
    'بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|بخوانید|خبرهای مرتبط|بيشتر بخوانيد',
    'קראו גם|קראו עוד|כתבות נוספות|כתבות קשורות|עוד בנושא|אולי יעניין אותך',
    'διαβαστε επισης|διαβάστε επίσης|διαβαστε ακομη|διαβάστε ακόμη|διαβαστε ακομα|δειτε επισης|δείτε επίσης|σχετικα(?: αρθρα| θεματα)?|σχετικά(?: άρθρα| θέματα)?|περισσοτερα για',
    'ilgili haber(?:ler)?|bunlar da ilginizi cekebilir|bunları da okuyun|ayrica okuyun|ayrıca okuyun|ayrica bakiniz|cok okunanlar|çok okunanlar|i̇lgili haber(?:ler)?',
    'यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|संबंधित (?:खबरें|लेख)|और पढ़ें|यह भी देखें',
    '相关(?:阅读|新闻|报道|链接)|相關(?:新聞|報導|閱讀)|延伸(?:阅读|閱讀)|推荐阅读|推薦閱讀|更多(?:新闻|報導)|热门(?:新闻|文章)',
    '関連(?:記事|ニュース|リンク)?|【関連記事】|あわせて読みたい|こちらもおすすめ|おすすめ記事|アクセスランキング|【関連】',
    '관련 ?(?:기사|뉴스)|함께 ?(?:볼만한|보면 좋은|읽기).{0,8}|많이 본 (?:뉴스|기사)|추천 ?기사|더보기',
  ].join('|')})(?=\\s*(?:$|[:：|►▶>»–—-](?:\\s|$)|[:：|►▶»]|】))`,
  'u',
)

/** Words for the letters that papers offer, in every language. */
const letters =
  /newsletters?|news alerts?|in your inbox|lettre d['’]information|boletin(?:es)?\b|boletín|nuestro correo|bulten|bülten|рассылк|telegram-канал|канал в telegram|نشرتنا|النشرة البريدية|خبرنامه|ניוזלטר|न्यूज़?लेटर|न्यूजलेटर|ニュースレター|メルマガ|メールマガジン|뉴스레터|电子报|電子報/u

/** Whether a line leads to other stories, and nothing else: the heading of such a list, or one link behind a mark. */
export function leadsElsewhere(text: string): boolean {
  return text.length <= 180 && related.test(bareOf(text))
}

/** Whether a line heads a list of links to other stories. */
export function headsLinks(text: string): boolean {
  const bare = bareOf(text)
  const found = text.length <= 60 ? related.exec(bare) : null
  return found !== null && /^[\s:：►▶>»\])】…]*$/u.test(bare.slice(found[0].length))
}

/** Whether a short line offers a letter or alerts: `Get the Morning Tide in your inbox.` */
export function offersLetter(text: string, tail: boolean): boolean {
  if (text.length > 150 || wordsIn(text, 30) > 24) return false
  const folded = fold(text)
  const letter = letters.exec(folded)
  if (!letter) return false
  const offer = offers.exec(folded)
  // Among the copy only a line that begins with the offer is one.
  if (offer) return tail || offer.index < 14
  return tail && wordsIn(text) <= 6 && /^\S*$/u.test(folded.slice(letter.index + letter[0].length))
}

const offers =
  /\b(?:get|sign up|subscribe|receive|let our|join|register|delivered|never miss|follow)\b|inscri|abonn|anmeld|kostenlos|jeden|suscr|recib|regist|receba|assine|iscriv|ricev|подпи|اشترك|عضو|הירשמ|εγγραφ|abone|सदस्यता|पाएं|订阅|訂閱|登録|配信|구독|신청/u

/** A headline of another story in capitals among paragraphs that are not: longer than a subhead, without a full stop. */
export function isLoudLink(blocks: readonly Block[], i: number, { body }: Reading): boolean {
  const { text, wide, bullet } = blocks[i]!
  if (wide || bullet || text.length < 30 || text.length > 160 || /[.,;:"”]$|\d{1,3}[.,]\d|\s{2}/u.test(text))
    return false
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return false
  const said = fold(text)
  const before = body.at(-1)
  const calm = before !== undefined && before.length > 60 && before !== before.toUpperCase()
  return (
    calm &&
    (/\bclick(?:ing)? here\b|\bget the .+ app\b|^read more\b/u.test(said) ||
      (text.length > 60 && wordsIn(text, 20) > 9 && !text.endsWith('?')))
  )
}

/** What a page says of the writer under the copy: the name alone once more, or `A Name is a reporter for …`. */
export function isAboutWriter({ text }: Block, tail: boolean, { byline }: Reading): boolean {
  if (!byline.length || text.length > 320) return false
  const name = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}/u.exec(text)?.[0]
  if (!name || !byline.some((line) => line.includes(name))) return false
  const rest = text.slice(name.length)
  return (
    (tail && !rest) ||
    /^,? (?:is (?:an?|the|based|on)\b.*\b(?:reporter|writer|editor|correspondent|journalist|columnist|producer|critic|contributor|covers|covering|bureau)\b|covers |writes |reports (?:on|for|from) |can be reached |has (?:covered|been with) )/u.test(
      rest,
    )
  )
}

function bareOf(text: string): string {
  return fold(text).replace(/^[\s•|*>–—▶►■◆→([【<«-]+/u, '')
}
