/** What a person did for a story, in the words that credits are filed under whatever language they were printed in. */
export type Role =
  | 'reporting'
  | 'additional reporting'
  | 'writing'
  | 'additional writing'
  | 'editing'
  | 'additional editing'
  | 'compiling'
  | 'translating'
  | 'graphics'
  | 'polling'
  | 'analysis'
  | 'contributing'
  | 'byline'

/**
 * The small words of one language that wire copy is made of. Everything is lower case (the reader folds case first), without
 * the full stop of an abbreviation unless the word has one inside, and holds kinds of words, never sentences of one story.
 * A list may be empty. English is always read as well, so words that agencies keep in English need no second place.
 */
export type Language = {
  /** ISO 639-1. */
  code: string
  /** Right to left? */
  rtl?: true
  /** At least twelve of the commonest function words, to tell the language from its neighbours in the same script. */
  words: readonly string[]
  /** Letters that hardly any other language of the script has, as the inside of a character class, such as `ğışİ`. */
  letters?: string
  /** Twelve lists: every form of a month's name in use, cases and abbreviations included (`april`, `apr`; `апреля`, `апр`). */
  months: readonly (readonly string[])[]
  /** Calendar of those months when it is not the Gregorian one; the reader then converts. */
  calendar?: 'persian'
  /** Other calendars' or scripts' day numbers written as words, `सात: 7`. */
  numbers?: Readonly<Record<string, number>>
  /** Names and abbreviations of weekdays, in every form. */
  weekdays: readonly string[]
  /** Words that may stand inside a printed moment and mean nothing by themselves: `at`, `um`, `uhr`, `de`, `г`. */
  fillers: readonly string[]
  /** Words for morning and afternoon beside a clock time. */
  am: readonly string[]
  pm: readonly string[]
  /** Zone names only this language prints, with the offset in minutes: `{ mesz: 120 }`. */
  zones?: Readonly<Record<string, number>>
  /** Which number comes first in 04/07/2008. */
  numericDate: 'dmy' | 'mdy' | 'ymd'
  /** Labels before the moment of publication, and before that of the last change. */
  publishedWords: readonly string[]
  updatedWords: readonly string[]
  /** Ages, as sources of regular expressions over folded text without anchors: `\\d+ (?:minutes?|hours?) ago`, `in \\d+ years`. */
  ages: readonly string[]
  /**
   * Phrases that lead or follow the people of a role; the longest one that fits wins. `lead`: `reporting by`, `berichterstattung von`;
   * `follow`: `contributed to this report`. A colon after a lead is understood without being listed.
   */
  roles: Readonly<Partial<Record<Role, { lead?: readonly string[]; follow?: readonly string[] }>>>
  /** Words that lead a byline: `by`, `von`, `par`; and those that follow it: `기자`. */
  bylineLead: readonly string[]
  bylineFollow?: readonly string[]
  /** Job titles that stand beside or under a byline or before a name in a credit: `staff writer`, `medical specialist`. */
  jobs: readonly string[]
  /** Words that join two people: `and`, `with`; and those that lead the place they worked from: `in`, `at`. */
  and: readonly string[]
  placeLead: readonly string[]
  /** Words by which a credit is known to be a desk and not a person: `bureau`, `newsroom`, `desk`. */
  desks: readonly string[]
  /** Names of agencies as this language prints them, beside the Latin ones in `agencies.ts`: `рейтер`, `رويترز`, `新华社`. */
  agencies: readonly string[]
  /**
   * Dateline manners that the general forms (`PLACE, date (SOURCE) -`, `PLACE, date, SOURCE:`, `(SOURCE) - PLACE, date -`, `PLACE. Date. SOURCE -`)
   * do not cover, as sources of regular expressions anchored at the start, with named groups `places`, `date`, `source`, `byline`
   * (each optional): `^[［[](?<places>\\S+) (?<date>\\d+日) (?<source>ロイター)[］\\]]\\s*[-－]?`. The match is the dateline's `raw`.
   */
  datelines?: readonly string[]
  /** Words at the head of a headline or a first line that say what kind of take it is: `update`, `corrected`, `refile`, … */
  signals: {
    update: readonly string[]
    correction: readonly string[]
    refile: readonly string[]
    wrapup: readonly string[]
    kill: readonly string[]
    embargo: readonly string[]
  }
  /** Words that open a bracketed note of what was changed: `corrects`, `adds`, `berichtigt`. */
  changes: readonly string[]
  /** Words that open a line for editors, not for readers: `editor's note`, `attention editors`, `achtung redaktionen`. */
  advisories: readonly string[]
  /** Words that open a contact: `tel`, `e-mail`, `phone`. */
  contacts: readonly string[]
  /** Openings of the line that names the house standards: `our standards`. */
  standards: readonly string[]
  /** What closes a take, alone or in brackets: `end`, `ends`, `fin`, `完`. */
  ends: readonly string[]
  /** The words of captions. */
  captions: {
    /** Words for picture, before or after a credit: `photo`, `photograph`, `foto`, `صورة`. */
    photo: readonly string[]
    /** Labels of an old picture: `file photo`, `file`, `archivbild`. */
    file: readonly string[]
    handout: readonly string[]
    undated: readonly string[]
    courtesy: readonly string[]
    /** Labels of the credit: `credit`, `photo by`, `image credit`. */
    credit: readonly string[]
    /** Phrases that say who gave the picture, so that it is a handout: `provided by`, `issued by`. */
    provided: readonly string[]
    /** Phrases for a frame of a video, and for a drawn picture. */
    still: readonly string[]
    illustration: readonly string[]
    /** Words that lead the place in a caption, nearest to the date first looked at: `in`, `at`, `near`. */
    placeLead: readonly string[]
  }
  /** What the page around a story says, by kind; a line made of these words and nothing else is furniture. */
  furniture: {
    /** Whole short lines: `share`, `share this`, `print`, `tweet`, `related topics`, `most read`, `advertisement`, `read more`. */
    lines: readonly string[]
    /** Openings of lines that are furniture however they go on: `sign up for`, `read more:`, `click here`, `all rights reserved`. */
    openings: readonly string[]
    /** Sources of regular expressions for whole folded lines with numbers: `\\d+ min(?:ute)?s? read`, `\\d+ comments?`. */
    shapes: readonly string[]
  }
  /** Plain words for sections of a paper, which stand alone above a headline: `world`, `business news`, `sport`. */
  sections: readonly string[]
}
