import { type Field } from '../store/views/search-query.ts'

/** The part of a story that a word before a colon names, in any language of the furniture: `by:`, `von:`, `بقلم:`. */
export function fieldOf(name: string): Field | undefined {
  return fields.get(name.toLowerCase().normalize('NFC'))
}

const names: Readonly<Record<Field, string>> = {
  headline:
    'headline title titel überschrift titre título titolo заголовок τίτλος başlık عنوان تیتر כותרת शीर्षक 标题 標題 見出し タイトル 제목',
  by: 'by author von par por di автор από yazan بقلم نویسنده מאת लेखक 作者 记者 記者 筆者 기자',
  place: 'place from ort lieu lugar luogo место τόπος yer مكان مکان מקום स्थान 地点 地點 場所 장소',
}

const fields = new Map(
  (Object.entries(names) as [Field, string][]).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word.normalize('NFC'), field] as const),
  ),
)
