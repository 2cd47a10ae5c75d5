/** For each kind of page one query that answers all that stands on it, as somebody would write it for this page alone. */
const teaser = `s.id, s.path, s.headline, s.sections[1] as section, s.language, s.direction, s.urgency, s.moments, s.archived, v.teaser`
const shown = 'story s join version v on v.story = s.id and v.number = s.public_version'
const english = `split_part(s.language, '-', 1) not in ('ar', 'ja')`

export const queries = {
  story: `
    select s.path, s.moments, v.content,
      (select jsonb_agg(jsonb_build_array(j.what, j.moment, w.teaser ->> 'headline', s.path) order by j.number desc)
        from journal j join version w on w.story = j.story and w.number = j.version where j.story = s.id) as so_far,
      (select jsonb_agg(jsonb_build_array(p.id, p.slug)) from person p) as people,
      (select jsonb_agg(jsonb_build_array(r.path, r.headline)) from story r
        where r.id = any(v.stories_named) and r.public_from <= now()) as related,
      (select jsonb_agg(jsonb_build_array(t.language, t.path, t.headline)) from story t where t.translation_of = s.id) as translations
    from address a join story s on s.id = a.story join version v on v.story = s.id and v.number = s.public_version
    where a.path = $1 and s.public_from <= now()`,
  front: `
    (select null as of, ${teaser} from ${shown} where s.public_from <= now() and ${english}
      order by s.first_published desc, s.id desc limit 60)
    union all
    select n.of, ${teaser} from unnest(string_to_array($1, ',')) n (of), lateral (
      select i.story from in_section i join story s on s.id = i.story
      where i.section = n.of and s.public_from <= now() and ${english} order by i.first_published desc, i.story desc limit 14) i, ${shown}
    where s.id = i.story`,
  section: `
    select ${teaser} from ${shown} join in_section i on i.story = s.id and i.section = $1
    where s.public_from <= now() and ${english} order by i.first_published desc, i.story desc limit 23`,
  feed: `
    select s.id, s.path, s.moments, v.content from ${shown}
    where s.public_from <= now() and not s.archived and $1 = '/rss' and ${english} order by s.first_published desc, s.id desc limit 50`,
} as const
