import type { Role } from '../../../story/credit.ts'

/** A list of words or phrases in one string with ` | ` between them, which may go over several lines: `'am | a.m'`. */
export type Words = string

/**
 * The small words of one language that wire copy is made of. Everything is lower case (the reader folds case first), without
 * the full stop of an abbreviation unless the word has one inside, and holds kinds of words, never sentences of one story.
 * A list may be empty (`''`). English is always read as well, so words that agencies keep in English need no second place.
 */
export type Language = {
  /** ISO 639-1. */
  code: string
  /** Right to left? */
  rtl?: true
  /** Does the verb stand last? Then a note of changes is known by a word anywhere in its bracket. */
  verbLast?: true
  /** At least twelve of the commonest function words, to tell the language from its neighbours in the same script. */
  words: Words
  /** Letters that hardly any other language of the script has, as the inside of a character class, such as `ğışİ`. */
  letters?: string
  /** Twelve entries: every form of a month's name in use, cases and abbreviations included (`'april | apr'`, `'апрель | апреля | апр'`). */
  months: readonly Words[]
  /** The months of the Gregorian calendar, where `months` are those of another. */
  gregorianMonths?: readonly Words[]
  /** Calendar of those months when it is not the Gregorian one; the reader then converts. */
  calendar?: 'persian'
  /** Other calendars' or scripts' day numbers written as words, `सात: 7`. */
  numbers?: Readonly<Record<string, number>>
  /** Names and abbreviations of weekdays, in every form. */
  weekdays: Words
  /** Words that may stand inside a printed moment and mean nothing by themselves: `at`, `um`, `uhr`, `de`, `г`. */
  fillers: Words
  /** Words for morning and afternoon beside a clock time. */
  am: Words
  pm: Words
  /** Zone names only this language prints, with the offset in minutes: `{ mesz: 120 }`. */
  zones?: Readonly<Record<string, number>>
  /** Which number comes first in 04/07/2008. */
  numericDate: 'dmy' | 'mdy' | 'ymd'
  /** Labels before the moment of publication, and before that of the last change. */
  publishedWords: Words
  updatedWords: Words
  /** Ages, as sources of regular expressions over folded text without anchors: `\\d+ (?:minutes?|hours?) ago`, `in \\d+ years`. */
  ages: readonly string[]
  /**
   * Phrases that lead or follow the people of a role; the longest one that fits wins. `lead`: `reporting by`, `berichterstattung von`;
   * `follow`: `contributed to this report`. A colon after a lead is understood without being listed.
   */
  roles: Readonly<Partial<Record<Role, { lead?: Words; follow?: Words }>>>
  /** Leads of work that is no role of ours, so that its people are nobody else's: `写真`, `kamera`. */
  otherRoles?: Words
  /** What may stand after the people of a role and says for whom they worked: `للنشرة العربية`. */
  tails?: Words
  /** Words that lead a byline: `by`, `von`, `par`; and those that follow it: `기자`. */
  bylineLead: Words
  bylineFollow?: Words
  /** Job titles that stand beside or under a byline or before a name in a credit: `staff writer`, `medical specialist`. */
  jobs: Words
  /** Words that join two people: `and`, `with`; and those that lead the place they worked from: `in`, `at`. */
  and: Words
  /** A letter for "and" that is written onto the next word. */
  joined?: string
  placeLead: Words
  /** Sources of regular expressions over one entry of a list of people, with groups `name` and `place`, where the place is marked on its word. */
  placeForms?: readonly string[]
  /** Cities where bureaux are, as printed, for languages that write the place against the name without a word between. */
  cities?: Words
  /** Words by which a credit is known to be a desk and not a person: `bureau`, `newsroom`, `desk`. */
  desks: Words
  /** Names of agencies as this language prints them, beside the Latin ones in `agencies.ts`: `рейтер`, `رويترز`, `新华社`. */
  agencies: Words
  /**
   * Dateline manners that the general forms (`PLACE, date (SOURCE) -`, `PLACE, date, SOURCE:`, `(SOURCE) - PLACE, date -`, `PLACE. Date. SOURCE -`)
   * do not cover, as sources of regular expressions anchored at the start, with named groups `places`, `date`, `source`, `byline`
   * (each optional): `^[［[](?<places>\\S+) (?<date>\\d+日) (?<source>ロイター)[］\\]]\\s*[-－]?`. The match is the dateline's `raw`.
   */
  datelines?: readonly string[]
  /** Words at the head of a headline or a first line that say what kind of take it is: `update`, `corrected`, `refile`, … */
  signals: {
    update: Words
    correction: Words
    refile: Words
    wrapup: Words
    kill: Words
    embargo: Words
  }
  /** Words that open a bracketed note of what was changed: `corrects`, `adds`, `berichtigt`. */
  changes: Words
  /** Words that open a line for editors, not for readers: `editor's note`, `attention editors`, `achtung redaktionen`. */
  advisories: Words
  /** Words that open a contact: `tel`, `e-mail`, `phone`. */
  contacts: Words
  /** Openings of the line that names the house standards: `our standards`. */
  standards: Words
  /** What closes a take, alone or in brackets: `end`, `ends`, `fin`, `完`. */
  ends: Words
  /** The words of captions. */
  captions: {
    /** Words for picture, before or after a credit: `photo`, `photograph`, `foto`, `صورة`. */
    photo: Words
    /** Labels that lead the words of a caption and never its credit: `caption`, `bildunterschrift`, `in the picture`. */
    label: Words
    /** Labels of an old picture: `file photo`, `file`, `archivbild`. */
    file: Words
    handout: Words
    undated: Words
    courtesy: Words
    /** Labels of the credit: `credit`, `photo by`, `image credit`. */
    credit: Words
    /** Phrases that say who gave the picture, so that it is a handout: `provided by`, `issued by`. */
    provided: Words
    /** Phrases for a frame of a video, and for a drawn picture. */
    still: Words
    illustration: Words
    /** Words that lead the place in a caption, nearest to the date first looked at: `in`, `at`, `near`. */
    placeLead: Words
    /**
     * Sources of regular expressions with a group `place` for languages that mark it in another way than by a word before a capital: over what
     * stands before the day, and over the whole caption.
     */
    places?: { before: readonly string[]; anywhere: readonly string[] }
  }
  /** What the page around a story says, by kind; a line made of these words and nothing else is furniture. */
  furniture: {
    /** Whole short lines: `share`, `share this`, `print`, `tweet`, `related topics`, `most read`, `advertisement`, `read more`. */
    lines: Words
    /** Openings of lines that are furniture however they go on: `sign up for`, `read more:`, `click here`, `all rights reserved`. */
    openings: Words
    /** Sources of regular expressions for whole folded lines with numbers: `\\d+ min(?:ute)?s? read`, `\\d+ comments?`. */
    shapes: readonly string[]
  }
  /** Plain words for sections of a paper, which stand alone above a headline: `world`, `business news`, `sport`. */
  sections: Words
}
