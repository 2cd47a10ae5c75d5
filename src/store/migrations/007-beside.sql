-- What other pages need of a version, ready beside its words: its words are packed and lie elsewhere, and to unpack them for
-- every line of a front was half of what the front cost the database.
create function teaser_of(content jsonb) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_object(
    'headline', content -> 'headline',
    'standfirst', content -> 'standfirst',
    'opening', case when coalesce(content ->> 'standfirst', '') = '' then left((
      select string_agg(run ->> 'text', '' order by at)
      from jsonb_array_elements(jsonb_path_query_first(content, '$.copy[*] ? (@.is == "paragraph")') -> 'text')
        with ordinality as runs (run, at)), 400) end,
    'place', content #> '{dateline,places,0,name}',
    'running', content #> '{running,is}',
    'picture', (select p from jsonb_array_elements(content -> 'pictures') p where p ? 'image' limit 1),
    'pictures', (select count(*) from jsonb_array_elements(content -> 'pictures') p where p ? 'image'))
$$;

-- Stories that it names as related, or in slots of its copy and of its entries.
create function stories_named_in(content jsonb) returns text[] language sql immutable parallel safe as $$
  select array(
    select jsonb_array_elements_text(content -> 'related')
    union all
    select jsonb_path_query(content, '$.copy[*] ? (@.is == "slot").story') #>> '{}'
    union all
    select jsonb_path_query(content, '$.running.entries[*].copy[*] ? (@.is == "slot").story') #>> '{}')
$$;

-- People of our own in its credits.
create function people_named_in(content jsonb) returns text[] language sql immutable parallel safe as $$
  select array(select distinct jsonb_path_query(content, '$.credits[*].people[*].person') #>> '{}')
$$;

alter table version
  add column teaser jsonb not null generated always as (teaser_of(content)) stored,
  add column stories_named text[] not null generated always as (stories_named_in(content)) stored,
  add column people_named text[] not null generated always as (people_named_in(content)) stored;
