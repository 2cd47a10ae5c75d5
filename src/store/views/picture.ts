import { type Sql } from '../database.ts'

/** What a picture is to the public: shown by a story (its id), withdrawn with every story that showed it, or unknown. */
export type PictureStanding = { is: 'shown'; by: string } | { is: 'gone' } | { is: 'nothing' }

/** Whether a picture, by its hash, may be given out. */
export function pictureView(sql: Sql) {
  return {
    /** One story that shows it is enough, however many do: while that one stands as it is, the picture may be seen. */
    async pictureAt(hash: string, now: string): Promise<PictureStanding> {
      const [shown] = await sql<{ story: string }[]>`
        select p.story from pictured p join story s on s.id = p.story
        where p.hash = ${hash} and s.public_from <= ${now} limit 1`
      if (shown) return { is: 'shown', by: shown.story }
      const [gone] = await sql`
        select from pictured p join story s on s.id = p.story
        where p.hash = ${hash} and s.public_from is null and s.gone_from <= ${now} limit 1`
      return { is: gone ? 'gone' : 'nothing' }
    },

    /** Whether copy that is out under embargo shows it: subscribers who may have that copy may have its pictures. */
    async isPictureEmbargoed(hash: string): Promise<boolean> {
      const found = await sql`
        select from release r join version v on v.story = r.story and v.number = r.version
        where r.kind = 'embargo' and jsonb_path_exists(v.content, 'strict $.**.image.hash ? (@ == $hash)',
          jsonb_build_object('hash', ${hash}::text)) limit 1`
      return found.length > 0
    },
  }
}
