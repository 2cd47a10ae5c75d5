import { type Draft, emptyDraft } from '../../src/story/story.ts'
import { plain } from '../../src/story/text.ts'
import { type Image } from '../../src/story/picture.ts'
import { p } from './ostra.ts'

/** The Ostra story in Arabic: everything in a mirror. */
export function ostraInArabic(day: string, image: Image | undefined): Draft {
  const row = (...cells: string[]) => cells.map(plain)
  return {
    ...emptyDraft('ar', 'rtl'),
    slug: 'ostra-dam-ar',
    headline: 'مهندسون يفتحون بوابة ثانية في سد أوسترا بعد توقف اتساع الشرخ',
    standfirst:
      'قد يعود سكان ست قرى إلى بيوتهم يوم الأربعاء إذا استمر انخفاض البحيرة، بحسب هيئة المياه. لكنهم يريدون قراءة تقرير التفتيش أولا.',
    dateline: { places: [{ name: 'كيساري' }], date: day, source: 'هاليارد' },
    byline: [],
    urgency: 3,
    sections: ['land-sea'],
    keywords: ['سد أوسترا', 'السدود'],
    credits: [
      {
        role: 'byline',
        people: [
          { name: 'إلسه مارابل', person: 'ilse' },
          { name: 'توماس راين', person: 'tomas' },
        ],
      },
      {
        role: 'reporting',
        people: [
          { name: 'إلسه مارابل', place: 'كيساري' },
          { name: 'توماس راين', place: 'فيل السفلى' },
        ],
      },
      { role: 'editing', people: [{ name: 'بيت لاركن' }, { name: 'سونيفا دال' }] },
    ],
    pictures: image
      ? [
          {
            image,
            alt: 'بحيرة ضيقة طويلة بين جرفين داكنين، وقارب على حافة الماء.',
            caption: {
              text: 'زورق عمل على أرض كانت مغمورة قبل أسبوع، عند الطرف الشمالي للخزان.',
              place: 'أوسترا',
              date: '2026-11-23',
              credit: { agency: 'هاليارد', photographer: 'مارين هولت' },
            },
          },
        ]
      : [],
    copy: [
      p(
        'فتح مهندسون يوم الثلاثاء بوابة ثانية في سد أوسترا، بعدما أظهرت أجهزة القياس أن شرخا اكتُشف في الخرسانة يوم السبت لم يتحرك منذ 31 ساعة، وفق ما أعلنت هيئة مياه فيل.',
      ),
      p(
        'وكان منسوب البحيرة ينخفض ظهرا بمعدل 11 سنتيمترا في الساعة، أي ضعف معدل يوم الاثنين حين أُطلق 1.8 مليون متر مكعب من المياه.',
      ),
      { is: 'subhead', level: 2, text: plain('ما تظهره أجهزة القياس') },
      {
        is: 'table',
        caption: plain('بحيرة أوسترا عند الساعة 14:00'),
        head: [row('اليوم', 'البوابات', 'المنسوب، م', 'التغير، م')],
        rows: [
          row('السبت', '0', '417.3', '+0.2'),
          row('الأحد', '0', '417.4', '+0.1'),
          row('الاثنين', '1', '415.9', '−1.5'),
          row('الثلاثاء', '2', '413.6', '−2.3'),
        ],
        foot: [],
      },
      {
        is: 'quotation',
        paragraphs: [plain('«يقولون لنا: ثقوا بالرقم. فليدعونا إذن نقرأ الصفحة التي كُتب عليها الرقم».')],
        speaker: plain('بنوا آسك، خباز في فيل السفلى'),
      },
      p('وفي فيل السفلى، كبرى القرى الست، اصطفت أكياس الرمل على جانبي الشارع الرئيسي يوم الثلاثاء.'),
      {
        is: 'list',
        ordered: false,
        items: ['الأربعاء، 08:00: تقرر الهيئة هل يمكن للناس العودة.', 'الخميس، 10:00: رينر يجيب عن أسئلة البرلمان.'].map(
          plain,
        ),
      },
    ],
  }
}

/** A story in Japanese: other marks, other breaks, a dateline in brackets. */
export function wasen(day: string, image: Image | undefined): Draft {
  return {
    ...emptyDraft('ja', 'ltr'),
    slug: 'wasen',
    headline: '木造の和船、六十年ぶり港へ　漁師四人が七年かけ再建',
    standfirst: '最後の船大工が残した図面を頼りに、引退した漁師四人が組み上げた。霧の朝、岸壁で約三百人が迎えた。',
    dateline: { places: [{ name: '汐見崎', country: 'JP', zone: 'Asia/Tokyo' }], date: day, source: 'ハリヤード' },
    byline: [],
    urgency: 5,
    sections: ['land-sea'],
    keywords: ['和船', '港'],
    credits: [
      { role: 'byline', people: [{ name: '瀬名航' }, { name: '三輪千尋' }] },
      {
        role: 'reporting',
        people: [
          { name: '瀬名航', place: '汐見崎' },
          { name: '三輪千尋', place: '県庁' },
        ],
      },
      { role: 'editing', people: [{ name: '久世文' }] },
    ],
    pictures: image
      ? [
          {
            image,
            alt: '入り江の岸に帆柱の立つ木造船。',
            caption: {
              text: '港に戻った和船（奥）と、出迎えの屋形船。',
              place: '汐見崎',
              date: day,
              credit: { agency: 'ハリヤード', photographer: '槙野透' },
            },
          },
        ]
      : [],
    copy: [
      p(
        '六十年前に姿を消した木造の和船が24日朝、汐見崎の港に戻った。引退した漁師四人が、最後の船大工の残した図面を頼りに七年かけて再建した。午前六時すぎ、沖の霧の中に帆柱が見えると、岸壁に集まった約300人から声が上がった。',
      ),
      p(
        '「帰ってきたというより、迎えに行った気持ちです」。船頭を務めた浜田芳江さん（71）は、岸に上がると記者団にそう話した。',
      ),
      { is: 'subhead', level: 2, text: plain('図面は米びつの底に') },
      {
        is: 'quotation',
        paragraphs: [plain('「測るな、聞け」')],
        speaker: plain('図面の余白にあった、大槻清次さんの書き込み'),
      },
      p(
        '再建には約1800万円かかり、町の補助と寄付でまかなった。町議会では「漁港の修繕が先だ」との反対も強く、補助は一票差で可決された。',
      ),
    ],
  }
}
