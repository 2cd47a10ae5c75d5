/** The furniture of a page in one language. Braces are filled by `fill`; nothing here is markup. */
export type Words = {
  language: string
  /** What the language calls itself. */
  self: string
  /** For `Intl`: the language with the calendar and the figures that its news pages use. */
  locale: string
  /** For dates inside datelines, where they differ from those of the page. */
  datelineLocale?: string
  /** A weekday and a date in one, where `Intl` puts more between them than the language wants. */
  day?: string
  /** A date and a clock in one: `24 November 2026, 14:31`. */
  moment: string
  /** A dateline from its parts: `KESSARY, Nov 24 (Dateline) – `. */
  dateline: {
    start: string
    between: string
    beforeDate: string
    beforeSource: string
    afterSource: string
    end: string
  }
  datelineDate: { month?: 'short' | 'long' | 'numeric'; day: 'numeric' }
  /** People and their place in a credit; what stands between credits. */
  inPlace: string
  betweenCredits: string
  /** By role as `story/credit.ts` names them, each with `{people}`. */
  roles: Readonly<Record<string, string>>
  by: string
  counts: Readonly<Record<'entries' | 'stories' | 'pictures' | 'corrections', Forms>>
  page: Readonly<
    Record<
      | 'skip'
      | 'sections'
      | 'search'
      | 'latest'
      | 'latestIn'
      | 'also'
      | 'alsoIn'
      | 'flash'
      | 'bulletin'
      | 'front'
      | 'house'
      | 'searchAndArchive'
      | 'everyWay'
      | 'corrections'
      | 'allCorrections'
      | 'standards'
      | 'ownership'
      | 'archive'
      | 'wholeDay'
      | 'yesterday'
      | 'older'
      | 'newer'
      | 'times'
      | 'promise'
      | 'empty'
      | 'contact'
      | 'about'
      | 'lite'
      | 'whole'
      | 'bureaux'
      | 'people'
      | 'languages'
      | 'subscribe'
      | 'subscribeAbout'
      | 'ownTimes'
      | 'houseTimes'
      | 'timesNow'
      | 'clockThere'
      | 'alsoCalled'
      | 'byline'
      | 'credited',
      string
    >
  >
  story: Readonly<
    Record<
      | 'published'
      | 'updated'
      | 'corrected'
      | 'withdrawn'
      | 'correction'
      | 'mendedAt'
      | 'note'
      | 'ourStandards'
      | 'topics'
      | 'soFar'
      | 'around'
      | 'send'
      | 'email'
      | 'link'
      | 'pictures'
      | 'back'
      | 'on'
      | 'related'
      | 'version'
      | 'filePhoto'
      | 'handout'
      | 'illustration'
      | 'embed'
      | 'translations',
      string
    >
  >
  /** A running story; `since` and `ended` with `{when}`, a whole moment. */
  running: Readonly<Record<'live' | 'since' | 'ended' | 'keyEvents' | 'entries' | 'older' | 'newest' | 'look', string>>
  gone: Readonly<Record<'title' | 'advice' | 'stays' | 'notFound' | 'notFoundAdvice' | 'fault' | 'faultAdvice', string>>
  log: Readonly<Record<'about' | 'weSaid' | 'itIs' | 'mended' | 'where' | 'foundOne' | 'none', string>>
  find: Readonly<
    Record<
      | 'label'
      | 'newestFirst'
      | 'bestFirst'
      | 'byNewest'
      | 'byBest'
      | 'section'
      | 'year'
      | 'language'
      | 'place'
      | 'any'
      | 'nothing'
      | 'advice'
      | 'start'
      | 'odd'
      | 'tooMany'
      | 'long'
      | 'slow'
      | 'common'
      | 'partly'
      | 'years'
      | 'narrow'
      | 'results',
      string
    >
  >
  archive: Readonly<
    Record<
      | 'night'
      | 'morning'
      | 'afternoon'
      | 'evening'
      | 'days'
      | 'months'
      | 'noStories'
      | 'everyYear'
      | 'thisDay'
      | 'noneOnDay'
      | 'leapDay',
      string
    >
  >
  /** What every house objects to before a story goes out, by rule; `{at}` is a day with its clock. No stop at the end. */
  objections: Readonly<Record<'correction-undone', string>>
}

/** One form for each plural of the language (`Intl.PluralRules`), `{n}` where the number goes. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
