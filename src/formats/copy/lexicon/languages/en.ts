import type { Language } from '../language.ts'

export const en: Language = {
  code: 'en',
  words: `
    the | of | and | to | in | that | was | for | on | with | said | is | by | from | has | at | his | a | an | it |
    as | are | were | have | had | will | would | who | which | not | but | they | this | she | her | their | after |
    before | over | into | more | be | been | than | about | says`,
  months: [
    'january | jan',
    'february | feb',
    'march | mar',
    'april | apr',
    'may',
    'june | jun',
    'july | jul',
    'august | aug',
    'september | sept | sep',
    'october | oct',
    'november | nov',
    'december | dec',
  ],
  weekdays: `
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues | wed | thu | thur |
    thurs | fri | sat | sun`,
  fillers: 'at | on | of | the | date | time | hrs | hours',
  am: 'am | a.m',
  pm: 'pm | p.m',
  numericDate: 'mdy',
  publishedWords:
    'published | posted | first published | first posted | released | filed | issued | created | publication date',
  updatedWords: 'updated | last updated | modified | last modified | update | last update | revised',
  ages: [
    '(?:about |over |almost |more than |less than )?(?:an?|\\d+|one|two|three) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago',
    '(?:about |over |almost )?in (?:about |over |almost )?(?:an?|\\d+) (?:sec(?:ond)?|min(?:ute)?|hour|day|week|month|year)s?',
    '\\d+[smhdwy] ago',
    'just now',
    'yesterday',
  ],
  roles: {
    reporting: {
      lead: 'reporting by | reporting | reported by | reporters | reporter | with reporting by',
      follow: 'reported',
    },
    'additional reporting': {
      lead: `
        additional reporting by | additional reporting | additional report by | additional | extra reporting by |
        with additional reporting by | added reporting by | with added reporting by | addtional reporting by | aditional reporting by | additonal reporting by | additional reporting from |
        additional polling and reporting by | additionally reported by | further reporting by`,
    },
    writing: {
      lead: 'this story was written by | writing by | with writing by | writing | written by | writer | text by',
      follow: 'wrote',
    },
    'additional writing': {
      lead: 'additional writing by | additional writing | with additional writing by',
    },
    editing: {
      lead: 'editing by | editing | edited by | editor | editors | editingby',
    },
    'additional editing': {
      lead: 'additional editing by | additional editing',
    },
    compiling: {
      lead: 'compiled by | compiling by | compilation by | compiled | summary by',
      follow: 'compiled',
    },
    translating: {
      lead: 'translated by | translation by | translating by | translation',
    },
    graphics: {
      lead: 'graphics by | graphic by | graphics | graphic | charts by',
    },
    polling: {
      lead: 'polling by | polling | poll by | polls by',
    },
    analysis: {
      lead: 'analysis by | data analysis by | analysis and polling by',
    },
    contributing: {
      lead: `
        with files from | with contributions from | with contribution from | with a file from | with reports from |
        contributions by | contributors | contributing were | contributing was | contributing | with additional files from | contribution by`,
      follow: `
        contributed to this report | contributed to this story | contributed to this article | contributed reporting |
        contributed to this dispatch | also contributed to this report | contributed to the report | contributed |
        also contributed | contributed to this guide | contributed from | also contributed to this story`,
    },
  },
  otherRoles: 'photographs by | photography by | photos by | pictures by | video by | filmed by',
  bylineLead: 'by | reporting by | story by | words by',
  jobs: `
    writer | staff writer | staff writers | correspondent | chief correspondent | reporter | staff reporter |
    editor | staff | columnist | producer | specialist | analyst | contributor | contributing writer | critic |
    bureau chief | national writer | special correspondent | photographer | researcher | intern | host | anchor |
    writers | reporters | correspondents | editors | journalist | journalists | news editor | contributors |
    producers | associate | news staff`,
  and: 'and | with | & | plus | as well as',
  placeLead: 'in | at | from | aboard',
  desks: `
    bureau | bureaus | bureaux | newsroom | newsrooms | desk | desks | team | staff | office | offices | unit |
    service | correspondents | reporters | department | agencies | wire services`,
  agencies: '',
  signals: {
    update: 'update | updated | upd | writethru | write-through | ld-writethru | 1st ld-writethru | rpt-update',
    correction: 'corrected | correction | corrects | correct | corr | corrigendum | rectified',
    refile: 'refile | refiled | refiles | resend | resending | repeating | rpt | repeat | retransmission | reissue',
    wrapup: 'wrapup | wrap-up | wrap | roundup | round-up',
    kill: `
      kill | story kill | kill notice | withdrawal | withdrawn | withdraws | mandatory kill | bulletin kill |
      retraction | story withdrawn | withdrawn story | delete | advisory kill | kill story | retracted | spike |
      please kill`,
    embargo: `
      embargo | embargoed | embargoed until | under embargo | embargoed for | hold for release |
      not for release before | not for publication before | strictly embargoed | embargoed copy | embargo until |
      hold until | not for use before`,
  },
  changes: `
    corrects | corrected | correcting | adds | adding | updates | updating | recasts | recast | refiles |
    repeats | clarifies | removes | fixes | releads | rewrites | changes | deletes | restores | drops | amends |
    refile | this corrects | new throughout | updates with | writes through | includes | replaces | inserts |
    this version corrects | this story corrects | refiling | rewrite | repeating | resends | correction |
    clarification | a previous version | an earlier version | this story has been corrected | this version`,
  advisories: `
    editor's note | editors note | editors' note | note to editors | attention editors | eds | eds. | editors |
    notice to editors | note to readers | correction note | attn editors | advisory to editors | attention | advisory | eds' note | media note |
    repeats | not for publication | for internal use | ed note | ed | internal note | note to subscribers |
    subscribers | photo advisory | pictures | video | with photos | with photo | with graphic | with video`,
  contacts: `
    tel | telephone | phone | e-mail | email | mail | fax | mobile | cell | contact | contacts | media contact |
    press contact | messaging | reuters messaging | newsroom | desk | for more information | reach | twitter |
    skype | whatsapp | press office | enquiries | inquiries | media enquiries | media inquiries |
    contact the editor | questions or comments`,
  standards: 'our standards | standards',
  ends: 'enditem | end | ends | ends. | more | end item | nnnn | end of story | end of report | endit | ends all | mf',
  captions: {
    photo: `
      photo | photos | picture | pictures | image | photograph | photography | pic | photo illustration |
      photographer | graphic | images`,
    label:
      'caption | photo caption | picture caption | cutline | in the picture | in this picture | in this photo | in the photo | pictured | photo shows | picture shows | image caption',
    file: `
      file photo | file | file picture | file image | file pic | archive photo | archive | archive picture |
      library picture | file photograph`,
    handout: 'handout | ho | handout photo | handout image | handout picture | hand-out',
    undated: 'undated',
    courtesy: 'courtesy of | courtesy | via courtesy of',
    credit: `
      credit | credits | pic | pics | pic by | photo by | photos by | image credit | photo credit | picture by | image by |
      photograph by | picture credit | photographed by | photo | picture | photograph | image | illustration by |
      graphic by | source | images by | photograph courtesy | credit line`,
    provided: `
      provided by | issued by | released by | supplied by | made available by | distributed by |
      taken and released by | obtained by | provided to | handed out by | published by | supplied to | posted by |
      shared by`,
    still: `
      still image taken from video | still image from video | image taken from video | image taken from a video |
      frame grab | video grab | image from video | video still | still image from | still image |
      image made from video | frame from video | screen grab | screengrab | taken from video`,
    illustration: `
      illustration | illustration photo | photo illustration | illustration picture | illustrative photo |
      illustration taken | illustrative image`,
    placeLead: 'in | at | near | outside | of | from | on | inside | off | over | around',
  },
  furniture: {
    lines: `
      share | share this | share this article | share article | share on | tweet | tweet this | link this | link |
      like | pin it | recommend | email | e-mail | email this | email this article | email article |
      email to a friend | print | print this | print this article | print article | single page | text | text size |
      font size | larger text | smaller text | save | save article | bookmark | reprints | reprint |
      order reprints | digg | digg this | facebook | twitter | linkedin | whatsapp | reddit | pinterest | google+ |
      google | google plus | messenger | telegram | instagram | flipboard | copy link | copy | x | youtube |
      threads | bluesky | stumbleupon | delicious | flip | tumblr | mix | yahoo | newsvine | myspace | comment |
      comments | add comment | leave a comment | leave a reply | post a comment | join the conversation |
      join the discussion | view comments | no comments | show comments | write a comment | add a comment |
      see all comments | start the conversation | load comments | be the first to comment | go to comments |
      read more | more | see more | show more | load more | view more | view all | see all | continue reading |
      keep reading | full story | learn more | click here | more details | read next | up next | next | previous |
      next story | previous story | next article | previous article | prev | back | back to top | top | close |
      open | expand | collapse | hide | play | pause | mute | replay | loading | search | menu | skip | ok |
      cancel | submit | follow | following | follow us | watch | watch live | live | listen | download |
      play video | watch video | related | related topics | related articles | related article | related stories |
      related story | related content | related news | related coverage | related links | related video |
      related videos | related posts | related tags | related to this story | related quotes | more on this |
      more on this story | more on this topic | more stories | more news | more like this | more from | also read |
      also see | see also | read also | you may also like | you might also like | recommended |
      recommended for you | suggested | editors picks | editor's picks | editors' picks | editor's pick |
      editor's choice | don't miss | do not miss | trending | trending now | trending stories | popular |
      most popular | most read | most viewed | most shared | most commented | most discussed | most emailed |
      most recent | top stories | top news | latest | latest news | latest stories | latest headlines |
      breaking news | in this article | in this story | on this page | what to read next | sponsored |
      sponsored content | sponsored by | promoted | promoted content | paid content | partner content |
      from the web | around the web | what others are reading | discover | highlights | explore | explore more |
      advertisement | advertisements | advertising | ad | ads | ad feedback | report ad | scroll to continue |
      story continues below | article continues below | continues below advertisement |
      article continues after advertisement | story continues below advertisement | continue reading below |
      advertisement - story continues below | article continues below advertisement | skip ad | remove ads |
      advertisement - article continues below | subscribe | subscribe now | sign up | sign up now | sign in |
      log in | login | logout | log out | register | register now | my account | newsletter | newsletters | donate |
      join | join now | get the app | get our app | create account | start free trial | subscribe today |
      subscriber only | subscribers only | try now | rss | rss feed | email alerts | alerts | notifications |
      push notifications | home | homepage | news | contact | contact us | about | about us | about the author |
      help | faq | privacy | privacy policy | cookie policy | cookies | cookie settings | terms | terms of use |
      terms of service | terms and conditions | terms & conditions | sitemap | site map | careers | jobs |
      advertise | advertise with us | feedback | site feedback | accessibility | copyright | legal | disclaimer |
      corrections | report an error | report a typo | report a problem | report this | flag | get permissions |
      permissions | licensing rights | purchase licensing rights | acquire licensing rights | request a correction |
      suggest a correction | photos | photo | pictures | gallery | photo gallery | slideshow | view slideshow |
      video | videos | audio | podcast | podcasts | view gallery | view photos | enlarge | enlarge image |
      enlarge photo | zoom | full screen | fullscreen | image | hide caption | toggle caption | caption |
      show caption | view larger image | open image in gallery | slide show | launch gallery | start slideshow |
      start slide show | topics | tags | tag | keywords | categories | category | filed under | companies | people |
      general | regions | country | countries | stocks | quotes | author | authors | published | updated |
      first published | topic | region | subjects | language | edition | international edition | us edition |
      section | sections | companies mentioned | stocks mentioned | sources | byline | reporter | location | date |
      print edition | world edition`,
    openings: `
      share this | share on | email this article | print this article | sign up for | sign up to | by signing up |
      subscribe to | click here | register for | register now for | register here | download our | download the |
      follow us on | follow @ | like us on | join our | get the latest | get our | get more | get breaking news |
      read more: | read more : | more: | related: | related articles: | also read: | see also: | read also: |
      watch: | listen: | video: | photos: | gallery: | filed under: | topics: | tags: | tags : | keywords: |
      categories: | category: | don’t miss: | must read: | in pictures: | read: | read next: | up next: |
      view all ( | you may also like | go to comments | view comments | see more: | next: | previous: |
      recommended: | trending: | more on: | all rights reserved | copyright  | ©  | (c) copyright |
      all quotes delayed | your email address | by clicking | by continuing | by submitting | by subscribing |
      we use cookies | this site uses cookies | this website uses cookies | this article was originally published |
      this site is protected | please enable javascript | javascript is | your browser | you need to enable |
      unlimited digital access | already a subscriber | already have an account | not a subscriber |
      to continue reading | you have reached your limit | you have read | thank you for reading |
      thanks for reading | support our journalism | material may not be | no part of this |
      this material may not be published | skip to | jump to | advertisement | sponsored by | powered by |
      presented by | listen to this article | listen to article | purchase licensing rights | manage your |
      your privacy | this story has been shared | have a story | got a tip | send us a tip | report a correction |
      report an error | accept all | weather alert | severe weather alert | story continues below |
      article continues | view the discussion | the views expressed | opinions expressed | never miss |
      stay up to date | stay informed | start your day | enter your email | receive our | see all | reprints of |
      to license | reuse this content | our journalism | become a member | breaking news alerts`,
    shapes: [
      '\\d+ min(?:ute)?s?(?: to)? read',
      '(?:new, )?\\d[\\d,.k]* ?(?:comments?|shares?|fans(?:like)?|followers(?:follow)?|subscribers(?:subscribe)?|likes?)',
      '(?:back to (?:gallery|top|article)|stay connected|close share panel|copy this link|share all sharing options.*|share (?:full article|this page)|sharing is caring|tweet on twitter|email me|must watch|just watched)',
      'media playback is (?:unsupported|not supported).*',
      'these are external links.*',
      'email \\(required\\)',
      'have your say.{0,30}',
      'continue reading the main story',
      'you must (?:log|sign|be logged|be signed) in.*',
      'as you comment, please .*',
      'the times is committed to .*',
      'follow (?:the )?.{3,60} on (?:facebook|twitter|instagram|x|whatsapp).*',
      '(?:close|show)(?: more| extra)? sharing options',
      'copy link urlcopied',
      '(?:account settings )?log ?out',
      'this article is related to.*',
      'chat with us .*',
      '(?:do you rely on|a word to our) .*',
      '(?:read|reading) time:? .{0,24}',
      '(?:estimated )?reading time.{0,24}',
      '(?:view |see |show |read |go to |add |post )?(?:all |the )?(?:comments?|replies|reactions?|shares?|views?|likes?|retweets?)(?: |:|\\(){0,3}\\d[\\d,.k]*\\)?(?: posted)?',
      '\\(?\\d[\\d,.km]*\\)? (?:comments?|replies|reactions?|shares?|views?|likes?|retweets?|people|readers|followers)(?: .{0,20})?',
      'a ?[+-]? ?a ?[+-]?(?: ?a)?',
      '(?:page |slide |image |photo )?\\d+ (?:of|/) \\d+(?: images?| photos?)?',
      '(?:view|see|show) all(?: \\(?\\d+\\)?)?(?: \\w+)?',
      '(?:more|all|latest|top|best) (?:\\w+ )?(?:news|stories|videos|from|on|in|articles|headlines)(?: \\w+){0,3}',
      'page \\d+',
      'c\\) (?:copyright )?(?:19|20)\\d\\d.*',
      '\\[-\\] text \\[\\+\\]',
      'breaking news(?: alert)?s?',
      '(?:home|news|world)(?: ?[>»/|›] ?[\\w& ]{2,24})+',
    ],
  },
  sections: `
    news | world | world news | business | business news | politics | political news | markets | technology |
    technology news | tech | science | science news | health | health news | healthcare | sport | sports |
    sports news | entertainment | entertainment news | lifestyle | opinion | money | economy | finance |
    environment | europe | asia | africa | middle east | americas | us | u.s. | u.s. news | uk | uk news |
    national | nation | local | local news | international | commodities | energy | oil report | bonds | stocks |
    currencies | foreign exchange | breakingviews | commentary | analysis | factbox | culture | arts | travel |
    education | crime | law | autos | industry | media | deals | top news | breaking news | internet news |
    market news | company news | retail | aerospace | odd news | oddly enough | people | fashion |
    basic materials | industrials | utilities | cyclical consumer goods | bankruptcy | emerging markets | rpt |
    regulatory news`,
}
