import type { Language } from '../language.ts'

export const tr: Language = {
  code: 'tr',
  verbLast: true,
  words: `
    ve | bir | bu | için | ile | da | de | olarak | olan | çok | dedi | gibi | daha | sonra | kadar | en | ise |
    ancak | göre | yeni | ya | her | ne | o | ama | oldu | etti | nedeniyle | yüzde | yıl | gün | arasında | bugün |
    dün | iki | üç | değil | var | yok | üzere | karşı | dair | edildi | şu | mi`,
  letters: 'ğışİĞŞöü',
  months: [
    'ocak | oca',
    'şubat | şub',
    'mart | mar',
    'nisan | nis',
    'mayıs | may',
    'haziran | haz',
    'temmuz | tem',
    'ağustos | ağu',
    'eylül | eyl',
    'ekim | eki',
    'kasım | kas',
    'aralık | ara',
  ],
  weekdays: `
    pazartesi | salı | çarşamba | perşembe | cuma | cumartesi | pazar | pzt | sal | çar | per | cum | cmt | paz`,
  fillers: 'saat | tarihinde | günü | tarih | tarihi | saati',
  am: 'öö',
  pm: 'ös',
  zones: { tsi: 180, 'türkiye saatiyle': 180, trt: 180 },
  numericDate: 'dmy',
  publishedWords: `
    yayınlanma | yayınlanma tarihi | yayın tarihi | yayınlandı | yayımlandı | yayım tarihi | giriş | giriş tarihi | oluşturulma |
    oluşturulma tarihi | eklenme | eklenme tarihi | yayımlanma | yayımlanma tarihi | haber girişi | haber tarihi | yayın`,
  updatedWords: `
    güncelleme | güncellenme | güncellendi | son güncelleme | güncelleme tarihi | son güncellenme | güncellenme tarihi |
    son güncelleme tarihi`,
  ages: [
    '(?:yaklaşik )?(?:\\d+|bir|iki|üç|birkaç) (?:saniye|dakika|dk|saat|sa|gün|hafta|ay|yil|sene) önce',
    '(?:\\d+|bir) (?:dakika|saat|gün|hafta|ay|yil) (?:sonra|içinde)',
    'az önce',
    'şimdi',
    'dün',
  ],
  roles: {
    reporting: {
      lead: `
        haber | muhabir | haberi hazırlayan | haberi hazırlayanlar | haberi bildiren | haberi geçen | muhabirler |
        haber ve fotoğraf | haber - fotoğraf | haber-fotoğraf | haber-kamera | haber kamera | haber - kamera |
        haber ve kamera | haberi aktaran | bildiren | haberleştiren`,
    },
    'additional reporting': { lead: 'ek haber | ek haberler | ek muhabir | katkıda bulunan muhabir | ek bilgi' },
    writing: { lead: 'haberi yazan | haberi yazanlar | yazan | yazanlar | yazar | yazı | metin | kaleme alan' },
    'additional writing': { lead: 'ek yazı' },
    editing: {
      lead: `
        editör | editörler | redaksiyon | düzenleyen | redaktör | yayına hazırlayan | düzenleme | edit | kurgu | haber editörü |
        editörlüğünü yapan | sorumlu editör`,
    },
    'additional editing': { lead: 'ek redaksiyon' },
    compiling: { lead: 'derleyen | derleyenler | derleme | hazırlayan | hazırlayanlar | derledi' },
    translating: { lead: 'çeviren | çeviri | çevirenler | tercüme | türkçesi | çevirmen | tercüme eden' },
    graphics: { lead: 'grafik | grafikler | infografik' },
    polling: { lead: 'anket' },
    analysis: { lead: 'analiz' },
    contributing: {
      lead: 'katkıda bulunan | katkıda bulunanlar | katkılarıyla | katkı | katkı sağlayan | katkı verenler',
      follow:
        'katkıda bulundu | bu habere katkıda bulundu | katkıda bulunmuştur | habere katkıda bulundu | haberine katkıda bulundu',
    },
  },
  bylineLead: 'haber | yazan | yazar | haberi yazan | muhabir',
  jobs: 'muhabir | muhabiri | yazar | editör | temsilcisi | foto muhabiri | gazeteci | haber müdürü | köşe yazarı | editörü',
  otherRoles: 'fotoğraf | foto | kamera | kameraman | görüntü | fotoğraflar',
  placeForms: [
    "^(?<name>\\S+ .*?\\S) (?<place>(?:(?:New|San|Los|Tel|Abu|Hong|Kuala|Addis|Yeni|Cape|Rio de|St) )?\\p{Lu}[\\p{L}.]+)['’](?:da|de|ta|te|dan|den|tan|ten)$",
    "^(?<place>(?:(?:New|San|Los|Tel|Abu|Hong|Kuala|Addis|Yeni|Cape|Rio de|St) )?\\p{Lu}[\\p{L}.]+)['’](?:da|de|ta|te|dan|den|tan|ten) (?<name>.+)$",
  ],
  and: 've | ile | &',
  placeLead: '',
  desks: 'bürosu | bürosundan | haber merkezi | servisi | masası | ekibi | dış haberler | ofisi | merkezi',
  agencies: `
    aa | dha | iha | anka | anadolu | anadolu ajansı | demirören | demirören haber ajansı | ihlas haber ajansı | rudaw |
    cumhuriyet | kha | thy | phd | hibya | igf | kıbrıs türk ajansı | tak | ajanslar | afp | reuters | dış haberler`,
  datelines: [
    // DHA: "Osman KARACA/VAN, (DHA)-", "Mehmet Ak - Ali Can / İZMİR, (DHA)-"
    '^(?<byline>\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){1,2}(?: ?[-,] ?\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){1,2}){0,3}) ?/ ?(?<places>\\p{Lu}[\\p{L}]+(?: ?\\([\\p{L}]+\\))?(?: \\p{Lu}+)?), ?\\((?<source>\\p{Lu}{2,5})\\) ?[-–—]*',
    // AA with the reporter: "KARS (AA) - ZEHRA POLAT - "
    '^(?<places>\\p{Lu}[\\p{Lu} /]{2,30}) \\((?<source>AA)\\) ?[-–—] ?(?<byline>\\p{Lu}{2,}(?:[ /]\\p{Lu}{2,}){1,5}) ?[-–—]',
  ],
  signals: {
    update: 'güncelleme | güncellendi | yenilendi | yeniden güncelleme',
    correction: 'düzeltme | düzeltildi | tashih | düzeltilmiş',
    refile: 'yeniden | tekrar | yineleme | yeniden yayın | yeniden gönderim',
    wrapup: 'toparlama | derleme | özet | genel | toplu haber | toplu',
    kill: 'iptal | haber iptali | geri çekildi | geri çekme | yayından kaldırma | haberin iptali | iptal haber',
    embargo: 'ambargo | ambargolu | ambargolu haber | yayın yasağı | şu saate kadar ambargolu | embargo',
  },
  changes: `
    birinci paragraf | birinci paragrafta | birinci paragraftaki | birinci paragrafa | birinci paragrafı | ilk paragraf | ilk paragrafta | ilk paragraftaki | ilk paragrafa | ilk paragrafı | ikinci paragraf | ikinci paragrafta | ikinci paragraftaki | ikinci paragrafa | ikinci paragrafı | üçüncü paragraf | üçüncü paragrafta | üçüncü paragraftaki | üçüncü paragrafa | üçüncü paragrafı | dördüncü paragraf | dördüncü paragrafta | dördüncü paragraftaki | dördüncü paragrafa | dördüncü paragrafı | beşinci paragraf | beşinci paragrafta | beşinci paragraftaki | beşinci paragrafa | beşinci paragrafı | altıncı paragraf | altıncı paragrafta | altıncı paragraftaki | altıncı paragrafa | altıncı paragrafı | yedinci paragraf | yedinci paragrafta | yedinci paragraftaki | yedinci paragrafa | yedinci paragrafı | son paragraf | son paragrafta | son paragraftaki | son paragrafa | son paragrafı | paragrafta | paragrafında | paragrafındaki | paragraftaki | paragrafına | düzeltilmiştir | düzeltir | düzeltildi | eklendi | ekler | güncellendi | yeniler | çıkarıldı | değiştirildi |
    ayrıntı eklendi | düzeltme | paragrafta | ekleme | günceller | detay eklendi | ayrıntılarla | yenilendi`,
  advisories:
    'editörlerin dikkatine | editörün notu | editör notu | abonelerin dikkatine | not | dikkat | yayınlanmamak üzere | yayın için değildir',
  contacts: 'tel | telefon | e-posta | eposta | faks | iletişim | cep | gsm | irtibat | bilgi için',
  standards: 'standartlarımız | ilkelerimiz | yayın ilkelerimiz',
  ends: 'son | bitti | haberin sonu | - son - | haber sonu',
  captions: {
    photo: 'foto | fotoğraf | fotoğraflar | görsel | resim | kare',
    label: 'fotoğraf altı | resim altı | fotoğrafta | resimde | görselde | altyazı | foto altı | resimaltı',
    file: 'arşiv fotoğrafı | arşiv | arşiv fotoğraf | dosya fotoğrafı | arşivden | foto arşiv | arşiv görüntü',
    handout: 'basın fotoğrafı | bülten',
    undated: 'tarihsiz',
    courtesy: 'izniyle | nezaketiyle',
    credit:
      'foto | fotoğraf | fotoğraflar | kaynak | görsel | fotoğrafı çeken | fotoğrafçı | kamera | fotoğraf kredisi',
    provided: 'tarafından verilen | tarafından sağlanan | tarafından yayımlanan | tarafından paylaşılan',
    still: 'videodan alınan görüntü | video görüntüsü | ekran görüntüsü',
    illustration: 'temsili | illüstrasyon | çizim | temsili fotoğraf',
    placeLead: '',
    places: {
      before: [
        '(?:^|[.,] )(?<place>\\p{Lu}[\\p{L}]+(?: \\p{Lu}\\p{L}+)?(?:, \\p{Lu}\\p{L}+)?),?\\s*$',
        "(?<=\\p{Ll} )(?<place>\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)['’]n?(?:da|de|ta|te)(?= )[^.]*$",
        "^(?<place>\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)['’]n?(?:da|de|ta|te)(?= )[^.]*$",
      ],
      anywhere: [
        "(?<=\\p{Ll} )(?<place>\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)['’]n?(?:da|de|ta|te)(?= )",
        "^(?<place>\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)['’]n?(?:da|de|ta|te)(?= )",
        '(?<=\\p{Ll} |^)(?<place>\\p{Lu}\\p{L}+) \\p{Ll}+(?:nda|nde|da|de)(?= )',
      ],
    },
  },
  furniture: {
    lines: `
      haber merkezi | bu haberi beğendiniz mi? | paylaş | paylaşın | bu haberi paylaş | haberi paylaş | facebook'ta paylaş | twitter'da paylaş | x'te paylaş |
      whatsapp'ta paylaş | telegram'da paylaş | linkedin'de paylaş | e-posta ile paylaş | e-posta gönder | yazdır |
      haberi yazdır | tweetle | tweet | beğen | kaydet | haberi kaydet | takip et | abone ol | linki kopyala |
      bağlantıyı kopyala | kopyala | yorum yap | yorumlar | yorum | yorum yaz | yorum ekle | yorumları gör |
      tüm yorumlar | ilk yorumu sen yap | henüz yorum yapılmamış | ilgili haberler | ilgili haber | benzer haberler |
      diğer haberler | haberin devamı | devamını oku | devamı | daha fazla | daha fazlası | daha fazla oku |
      ayrıca okuyun | bunlar da ilginizi çekebilir | ilginizi çekebilir | sizin için önerilenler | önerilen haberler |
      en çok okunanlar | en çok okunan haberler | çok okunanlar | en çok izlenenler | son dakika | son haberler |
      günün haberleri | öne çıkanlar | manşet | ana sayfa | anasayfa | reklam | sponsorlu | sponsorlu içerik | etiketler |
      etiket | konular | anahtar kelimeler | üye ol | giriş yap | kayıt ol | üye girişi | bülten | haber bülteni |
      iletişim | künye | hakkımızda | gizlilik politikası | kullanım koşulları | çerez politikası | tüm hakları saklıdır |
      sonraki haber | önceki haber | sonraki | önceki | yukarı çık | başa dön | yazı boyutu | yazı boyutu a a | ara | menü |
      kapat | foto galeri | galeri | video | videolar | haberi dinle | dinle | izle | google news | abone`,
    openings: `
      tüm hakları saklıdır | her hakkı saklıdır | etiketler: | etiketler : | ilgili haberler: | ayrıca okuyun: | bunu da oku: |
      haberin devamı: | bizi takip edin | takip etmek için | abone olmak için | üye olmak için | tıklayınız | tıklayın |
      kaynak: | kaynak : | haber kaynağı | yayınlanan haber | bu haberin telif | sitemizde yer alan | whatsapp kanalımız |
      yazılı izin alınmadan`,
    shapes: [
      'yorum(?:lar)? ?\\(?\\d+\\)?',
      '\\d+ (?:yorum|paylaşim|beğeni|görüntülenme|okunma)',
      '(?:okunma|görüntülenme|izlenme)(?: sayisi)?:? ?\\d+',
      '\\d+ (?:dk|dakika|dakikalik|dakikada)(?: okuma| okuma süresi| okunur)',
      '(?:tahmini )?okuma süresi:? .{0,24}',
    ],
  },
  sections: `
    gündem | dünya | ekonomi | spor | yaşam | sağlık | teknoloji | bilim | kültür | kültür sanat | siyaset | eğitim | magazin |
    politika | türkiye | genel | haberler | yerel | güncel | asayiş | bilim teknoloji | çevre | analiz`,
}
