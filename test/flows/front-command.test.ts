import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { served } from '../command-line.ts'

test(
  'a person arranges a front from the terminal, and readers of the running agency have it',
  { timeout: 180_000 },
  async () => {
    await using world = await served()
    const { agency, dateline, refusedWith } = world
    await dateline('person', 'add', 'Ana Ruiz', '--id', 'ana')
    for (const slug of ['quake', 'rates', 'wool']) {
      const copy = join(world.path, `${slug}.txt`)
      await writeFile(copy, `The ${slug} story\n\nIt happened on Monday, officials said.\n`)
      await dateline('file', copy, '--slug', slug)
      await dateline('publish', slug)
    }
    assert.match(await dateline('front', 'show'), /nobody has arranged it \(number 0\)[^]*lead .*The wool story/)
    assert.match(
      await dateline('front', 'arrange', '--lead', 'quake', '--second', 'wool'),
      /lead .*The quake story[^]*second .*The wool story/,
    )
    const leads = async (slug: string) =>
      new RegExp(`class="lead">[^]*?<h2>[^]*?The ${slug} story</a></h2>`).test((await agency.get('/')).text)
    await agency.until(() => leads('quake'))

    assert.match(
      await dateline('front', 'arrange', '--lead', 'wool', '--until', '2099-01-01T08:00'),
      /lead .*until 2099/,
    )
    await agency.until(() => leads('wool'))
    assert.match(await refusedWith(1, 'front', 'undo', '--based-on', '1'), /arranged anew since .*, by ana/)
    await dateline('front', 'undo')
    await agency.until(() => leads('quake'))
    assert.match(await dateline('front', 'show'), /now {2}number 3, .* by ana, brings back number 1/)

    assert.match(await refusedWith(1, 'front', 'arrange', '--lead', 'nobody'), /There is no story “nobody”/)
    assert.match(await refusedWith(1, 'front', 'arrange', '--lead', 'rates', '--edition', 'xx'), /no edition “xx”/)
    assert.match(await refusedWith(1, 'front', 'arrange', '--lead', 'rates', '--until', '1999-01-01T08:00'), /is past/)
    assert.match(await refusedWith(2, 'front', 'arrange'), /Arrange what/)
    assert.match(await refusedWith(2, 'front', 'turn'), /front show/)
  },
)
