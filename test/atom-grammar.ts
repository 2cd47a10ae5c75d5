import { type XmlPart } from '../src/formats/xml.ts'

const atom = 'http://www.w3.org/2005/Atom'
const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** How often an element may stand in another, by the grammar of RFC 4287 (appendix B). */
const rules: Readonly<Record<string, { once: string; optional: string; any: string }>> = {
  feed: {
    once: 'id title updated',
    optional: 'generator icon logo rights subtitle',
    any: 'author category contributor link entry',
  },
  entry: {
    once: 'id title updated',
    optional: 'content published rights source summary',
    any: 'author category contributor link',
  },
  author: { once: 'name', optional: 'uri email', any: '' },
}

/** What RFC 4287 has against an Atom document; nothing when it is as its grammar and its constraints want. */
export function atomFaults(feed: XmlPart): string[] {
  const entries = childrenOf(feed, 'entry')
  const signed = childrenOf(feed, 'author').length > 0
  return [
    ...(feed.name === 'feed' && feed.namespace === atom ? [] : [`${feed.name} is no Atom feed`]),
    ...holds(feed),
    ...entries.flatMap((entry) => [
      ...holds(entry),
      ...(signed || childrenOf(entry, 'author').length ? [] : ['an entry has no author']),
      ...(childrenOf(entry, 'content').length ||
      childrenOf(entry, 'link').some(({ attribute }) => attribute('rel') === 'alternate')
        ? []
        : ['an entry has neither content nor an alternate link']),
    ]),
    ...[feed, ...entries].flatMap(sound),
  ]
}

function holds(part: XmlPart): string[] {
  const { once = '', optional = '', any = '' } = rules[part.name] ?? {}
  const counts = Map.groupBy(part.find('*'), ({ name }) => name)
  const count = (name: string) => counts.get(name)?.length ?? 0
  const known = `${once} ${optional} ${any}`.split(' ')
  return [
    ...once.split(' ').flatMap((name) => (count(name) === 1 ? [] : [`${part.name} has ${count(name)} ${name}`])),
    ...optional.split(' ').flatMap((name) => (count(name) <= 1 ? [] : [`${part.name} has ${count(name)} ${name}`])),
    ...[...counts.keys()].flatMap((name) => (known.includes(name) ? [] : [`${part.name} holds ${name}`])),
  ]
}

/** What stands inside the elements that feed and entry share. */
function sound(part: XmlPart): string[] {
  const links = childrenOf(part, 'link')
  const alternates = links.filter(({ attribute }) => (attribute('rel') ?? 'alternate') === 'alternate')
  const kinds = alternates.map(({ attribute }) => `${attribute('type')} ${attribute('hreflang')}`)
  return [
    ...childrenOf(part, 'author').flatMap(holds),
    ...[...childrenOf(part, 'updated'), ...childrenOf(part, 'published')].flatMap(({ text }) =>
      date.test(text) ? [] : [`${text} is no date`],
    ),
    ...childrenOf(part, 'id').flatMap(({ text }) =>
      /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) ? [] : [`${text} is no id`],
    ),
    ...links.flatMap(({ attribute }) => (attribute('href') ? [] : ['a link leads nowhere'])),
    ...childrenOf(part, 'category').flatMap(({ attribute }) => (attribute('term') ? [] : ['a category has no term'])),
    ...(new Set(kinds).size === kinds.length ? [] : ['two alternate links of one kind']),
    ...[...childrenOf(part, 'content'), ...childrenOf(part, 'title'), ...childrenOf(part, 'summary')].flatMap(
      ({ attribute, find }) =>
        ['text', 'html', undefined].includes(attribute('type')) && find('*').length === 0 ? [] : ['text holds markup'],
    ),
  ]
}

function childrenOf(part: XmlPart, name: string): XmlPart[] {
  return part.find(`a:${name}`, { a: atom })
}
