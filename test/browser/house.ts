import { type House } from '../../src/config/house.ts'

/** An invented house with three languages, for pages. */
export const house: House = {
  name: 'Halyard',
  names: { ar: 'هاليارد', ja: 'ハリヤード' },
  mark: 'Halyard',
  tagline: 'What happened, where, and who says so',
  taglines: { ar: 'ماذا حدث، وأين، ومن يقول ذلك', ja: '何が、どこで、だれによれば' },
  zone: 'Europe/Vienna',
  languages: ['en', 'ar', 'ja'],
  sections: [
    { slug: 'world', name: { en: 'World', ar: 'العالم', ja: '世界' } },
    { slug: 'politics', name: { en: 'Politics', ar: 'السياسة', ja: '政治' } },
    { slug: 'economy', name: { en: 'Economy', ar: 'الاقتصاد', ja: '経済' } },
    { slug: 'land-sea', name: { en: 'Land & Sea', ar: 'البر والبحر', ja: '陸と海' } },
    { slug: 'science', name: { en: 'Science', ar: 'العلوم', ja: '科学' } },
    { slug: 'culture', name: { en: 'Culture', ar: 'الثقافة', ja: '文化' } },
    { slug: 'sport', name: { en: 'Sport', ar: 'الرياضة', ja: 'スポーツ' } },
    { slug: 'pictures', name: { en: 'Pictures', ar: 'الصور', ja: '写真' } },
  ],
  bureaux: [{ name: 'Kessary', names: { ar: 'كيساري' }, zone: 'Europe/Vienna' }],
  standards: [
    {
      heading: 'Who says so',
      paragraphs: [
        'Every fact in a story has somebody who says it, and the story names that person, or says why it does not.',
        'One source who cannot be named is none.',
      ],
    },
    { heading: 'What we do not know', paragraphs: ['We say it in the story, as high up as what we know.'] },
  ],
  standardsLine: {
    en: 'Our standards: The Halyard rules on sources, quotation and correction',
    ar: 'معاييرنا: قواعد هاليارد في المصادر والاقتباس والتصويب',
    ja: '報道基準：出典、引用、訂正についてのハリヤードの決まり',
  },
  corrections: [
    { heading: '', paragraphs: ['We mend what is wrong where it stands, say so beside it, and list it in the log.'] },
  ],
  ownership: [
    {
      heading: '',
      paragraphs: ['Halyard belongs to the people who work for it, in equal parts. Nobody else holds a share.'],
    },
  ],
  contact: 'editor@halyard.example',
}
