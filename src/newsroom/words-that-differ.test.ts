import assert from 'node:assert/strict'
import { test } from 'node:test'
import { story } from '../../test/build.ts'
import { wordsThatDiffer } from './words-that-differ.ts'

const two = story('QUAKE').saying(
  'A quake shook the coast on Monday and two people died, police said.',
  'It was felt far off.',
)

test('of two versions the old words and the new ones are said, and not what they share', () => {
  const three = two
    .headed('Quake kills three')
    .saying(
      'A quake shook the coast on Monday and three people died, police said.',
      'It was felt far off.',
      'More rain.',
    )
  assert.equal(
    wordsThatDiffer(two, three),
    'headline: “Quake” is now “Quake kills three”; copy: “… Monday and two people died, …” is now “… Monday and three people died, …”; copy: added is “More rain.”',
  )
  assert.match(wordsThatDiffer(three, two), /copy: gone is “More rain\.”$/)
  assert.equal(wordsThatDiffer(two, two.with({ urgency: 2 })), '')
  assert.equal(wordsThatDiffer(two, two.with({ standfirst: 'New.' })), 'standfirst: added is “New.”')
})

test('of very many differences the first are said, and long lines are cut', () => {
  const many = two.saying(...Array.from({ length: 10 }, (_, at) => `Line ${at}.`))
  assert.match(wordsThatDiffer(two.saying('x'), many), /^(?:copy: [^;]+; ){6}and 4 more$/)
  assert.ok(wordsThatDiffer(two, two.saying('word '.repeat(900), 'x'.repeat(9_000))).length < 1_500)
})
