/** A problem as `story/problem.ts` has it: a code, where it hurts, and what fills the sentence. */
type Told = { code: string; path?: string; values?: Readonly<Record<string, string>> }

/**
 * What is wrong and how to mend it, in one sentence or two, for whoever stands at a door. Braces are filled with the
 * problem's values; a part in square brackets is left out when its value is not there.
 */
export function sentenceOf({ code, path, values = {} }: Told): string {
  const sentence = sentences[code]
  if (!sentence) return [code, path && `at ${path}`, ...Object.values(values)].filter(Boolean).join(' ')
  const all: Readonly<Record<string, string>> = { ...(path === undefined ? {} : { path }), ...values }
  return sentence
    .replaceAll(/\[([^[\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => all[name]) ? part : '',
    )
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => all[name] ?? '…')
}

const sentences: Readonly<Record<string, string>> = {
  'shape.missing': 'The field {path} is missing: add it.',
  'shape.not-text': 'The field {path} must be text.',
  'shape.not-number': 'The field {path} must be a number.',
  'shape.not-list': 'The field {path} must be a list.',
  'shape.not-object': 'The field {path} must be an object with fields of its own.',
  'shape.not-one-of': 'The field {path} has a value that is not known[: “{value}”][; it may be {allowed}].',
  'shape.unknown-field': 'The field {path} is not known: take it away, or look for a slip of the pen in its name.',
  'shape.too-long': 'The field {path} is too long[; at most {limit}].',
  'shape.form': 'The field {path} has not the form it must have[: {form}].',
  'story.slug.missing': 'The story has no slug: give it a short working name (--slug).',
  'story.slug.shape':
    'The slug “{slug}” cannot be an address: write letters and figures with hyphens between, such as quake-chile.',
  'story.headline.missing': 'The story has no headline: put one above the copy.',
  'story.copy.empty':
    'The story has no copy: there is not one line of text in it. Only a flash (urgency 1) goes out as a headline alone.',
  'story.language.unknown':
    'The language “{language}” is not a tag that is known: write one such as en, pt-BR or ar (--language).',
  'story.urgency.range': 'The urgency {urgency} is none: it is a whole number from 1 (flash) to 9; 5 is ordinary.',
  'story.moment.shape': 'The moment “{moment}” cannot be read: write 2026-11-25T08:00.',
  'story.zone.unknown': 'The time zone “{zone}” is not known: write one as in Europe/Vienna.',
  'story.link.scheme': 'A link goes to “{href}”: only http, https and mailto may stand in copy.',
  'story.picture.alt': 'A picture has no words for those who cannot see it: add them with --alt.',
  'running.closed': 'The running story is closed: --reopen lets it run on.',
  'running.full':
    'A running story has at most {limit} entries: close this one and begin another that carries it on (updateOf).',
  'running.anchor-twice': 'Two entries have the same anchor: each needs its own.',
  'running.entry-empty': 'The entry says nothing: give it a line of copy or a headline.',
  'running.moment': 'The moment {at} does not fit: an entry stands after the one before it and not in the future.',
  'running.not-running': 'The story does not run: its first entry makes it a running one.',
  'story.edits-waiting':
    'Edited words are waiting that are not out yet: let them out with update first, so that nothing half-written goes with the entry.',
  'story.killed': 'This story was killed and stays so[ ({story})]: file new copy as another story.',
  'story.house-objects':
    'The house objects[ ({rule})][: {says}]. Mend it, or override it with a reason[: --override "{rule}=REASON"].',
  'story.outdated':
    'The story has changed since the version you had: it is now version {version}[, different in {fields}].[ {words}.] Look at it (./bin/dateline show {story}) and act again.',
  'story.unchanged':
    'Nothing is different from what is out: an update brings more news. Say what is new, with FILE or a flag; to send the same again, refile it.',
  'story.unknown': 'There is no story “{story}”: ./bin/dateline list shows the newest with their ids.',
  'story.version-unknown': 'The story has no version “{version}”: the newest is {newest}.',
  'story.duplicate': 'This item is here already[, as story {story}].',
  'story.older': 'A newer version of this item is here already[, as story {story}]; the older one was not taken.',
  'story.not-published': 'The story is not published: publish it first.',
  'story.already-published': 'The story is published already: update it with more news, or correct it.',
  'story.embargo.past': 'The embargo ends at {until}, which is past: give a moment to come, or none.',
  'story.hold.past': 'A story cannot be held until {until}, which is past: give a moment to come, or publish it.',
  'work.claimed-by-other': 'The story is claimed by {person}: ask for it, or claim it with force.',
  'work.assigned-to-other': 'The story is assigned to {person}: ask for it, or claim it with force.',
  'work.not-claimed': 'The story is not claimed: claim it first.',
  'work.claim-first':
    'The story is published: claim it first (./bin/dateline claim {story} --as {person}); what is out stays out until you refile, update or correct.',
  'work.wrong-state':
    'The story is {state}, and this can be done only when it is {allowed}. Claiming it takes back what is held.',
  'archive.moment-missing':
    'No moment of publication is printed with it, so nobody knows where in the archive it belongs: add its date, or file it with --to-queue.',
  'correction.missing': 'A correction says what was wrong and what is right: give both.',
  'correction.text-unchanged':
    'Nothing in the story was changed: a correction also mends the words. Give --replace "OLD=>NEW", or the mended copy as a file.',
  'correction.words-missing':
    'The words “{words}” are not in the story: look how they stand there, or say --replace "OLD=>NEW".',
  'kill.notice.missing': 'A kill needs a notice: the sentence that readers and subscribers get in its place.',
  'front.outdated':
    'The front has been arranged anew since the state you had[, by {by}]: it is now number {number}. Look at it and act again.',
  'front.nothing-to-undo': 'The front fills itself: there is no arrangement to undo.',
  'front.edition-unknown': 'The house has no edition “{edition}”[; it has {editions}].',
  'front.too-many': 'The place “{place}” takes at most {limit} stories.',
  'front.story-twice': 'The story {story} stands in two places: each story has one.',
  'front.row-twice': 'A section stands twice among the rows: each has one place.',
  'front.story-not-public': 'The story {story} is not public: only what readers may see can stand on a front.',
  'front.until-past': 'A story cannot stand there until {until}, which is past: give a moment to come, or none.',
  'section.unknown': 'The house has no section “{section}”[; it has {sections}].',
  'topic.unknown':
    'There is no topic “{topic}”[; near are {near}]. Topics are the Media Topics of the IPTC, by English name or code (medtop:20000151).',
  'person.unknown':
    'Nobody on the staff has the id “{person}”: ./bin/dateline person list shows who is, person add adds somebody.',
  'person.exists': 'Somebody has the id “{person}”, or a page of that name, already: choose another with --id.',
  'person.id.shape':
    '“{person}” cannot be an id: write letters, figures, points and hyphens, at most 40, such as ana-ruiz.',
  'key.unknown': 'No key that opens anything has the id or the name “{key}”: ./bin/dateline key list shows them all.',
  'key.several': 'Several keys have the name “{key}”: revoke each by its id[ ({ids})].',
  'key.name.missing': 'A key needs the name of its subscriber.',
  'picture.type':
    'The picture[ {file}] is no JPEG, PNG or WebP, whatever its name says[; it is {is}]: save it as one of these.',
  'picture.moves': 'The picture[ {file}] moves: send the one image that tells the story.',
  'picture.hides': 'The picture[ {file}] has another file behind its end: save it anew, so that it is a picture only.',
  'picture.broken': 'The picture[ {file}] is broken or cut off: it cannot be decoded to its end. Ask for it again.',
  'picture.too-large': 'The picture[ {file}] has {size}; the most is {limit}. Make it smaller.',
  'file.unreadable': 'The file[ {file}] cannot be read to its end[ ({why})]: ask for it again.',
  'file.too-large': 'The file[ {file}] is too large[; the most is {limit}]: an archive goes through import.',
  'file.no-copy':
    'The file[ {file}] is no copy: its bytes are neither text nor any other format that is read here. A picture goes with its copy: file copy.txt --picture photo.jpg.',
  'file.no-story': 'There is no story in it[ ({file})]: neither a headline nor a line of copy was found.',
  'file.several': 'There are {count} stories in {file}, and one was asked for: import takes them all.',
}
