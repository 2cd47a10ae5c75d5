/** Names of news agencies and picture houses in Latin letters, folded. Words that are names of something else too stand only with their mark (`AP Photo`). */
export const agencies: ReadonlySet<string> = new Set(
  `reuters | reuter | thomson reuters | ap | associated press | australian associated press | app | nan | awp | acp | angop | aps | inforpress | stp-press | 9colonne | pacnews | nna | gna | pajhwok | ttxvn | the associated press | afp | agence france-presse | dpa | dpa-afx | epa | efe | ansa | xinhua |
  upi | united press international | tass | itar-tass | ria novosti | sputnik | interfax | kyodo | kyodo news | jiji | jiji press | pti | ani | ians | uni |
  anadolu | anadolu agency | aa | iha | dha | cna | yonhap | kcna | bernama | antara | vna | apa | sda | ats | keystone-sda | keystone | belga | anp | ntb | tt |
  tt news agency | ritzau | stt | lehtikuva | lusa | europa press | agi | adnkronos | askanews | lapresse | aki | tanjug | hina | mti | pap | ctk | tasr | agerpres | bta |
  ana-mpa | amna | ape-mpe | kuna | spa | wam | qna | petra | sana | irna | isna | mena | map | tap | aps | bna | ona | saba | ina | wafa | ntv |
  the canadian press | canadian press | la presse canadienne | cp | pa | pa media | pa images | pa wire | press association | aap | nzn | bloomberg | bloomberg news |
  dow jones | mt newswires | prnewswire | business wire | globe newswire | globenewswire | accesswire | getty images | getty | gettyimages | corbis | shutterstock | alamy |
  picture alliance | imago | imago images | ddp | dapd | sid | kna | epd | zuma | zuma press | zumapress | sipa | sipa usa | magnum | rex features | rex | wireimage |
  istock | istockphoto | adobe stock | nurphoto | afp/getty images | polaris | redux | vii | contour | jta | artsakhpress | report.az | azertac | trend | apa.az |
  armenpress | ukrinform | unian | belta | kazinform | akipress | notimex | telam | télam | prensa latina | ips | inter press service | africa news agency | ana | apo | panapress |
  agencia brasil | agência brasil | estadão conteúdo | folhapress | reuters tv | epa-efe | epa/efe | keystone/epa | scanpix | scanpix denmark | ritzau scanpix |
  tt nyhetsbyrån | usa today sports | usa today | mary evans | hulton archive | universal images group | education images | the times of israel | tass.ru | rian | rbc | mehr | mehr news | fars | tasnim | naharnet |
  anka | the new york times | cnn | bbc | cnn wire | stringer/reuters | afp forum | apn | cp24 | macau news | central news agency | cna/afp | nhk | vietnam news agency | rtrs | efe-epa | eurimage | maxppp | hans lucas | abaca | abacapress | vcg | visual china group | newscom | icon sportswire`.split(
    /\s*\|\s*/,
  ),
)

/** Words that end or open the name of an organisation and hardly ever a person's. */
export const organisationWords: ReadonlySet<string> = new Set(
  (
    'tv television news press agency department ministry foundation police university images image inc ltd llc plc corp corporation company co group institute museum office council ' +
    'committee association service services network media times post union herald tribune journal gazette chronicle radio studio studios pictures video channel court commission ' +
    'national international federal government state city county army navy force air bank board bureau fire society club center centre hospital school college productions publishing ' +
    'entertainment sports magazine newspaper daily archive archives library resort party campaign authority administration nasa noaa usgs house palace embassy prefecture gpo itv ' +
    'presse zeitung verlag rundfunk fernsehen agentur ministère ministerio ministério ministero polizia policía polizei'
  ).split(' '),
)
