-- The public version's subjects, one row each, so that the page and the feed of a topic are a few short index walks: one
-- for the topic's own code and one for each narrower topic and legacy code. Ancestors are not kept, so a new release of
-- the topics changes nothing here. Codes are `medtop:20000161`, `subj:03006001`, or as they came.
create table in_topic (
  code text not null,
  story text not null references story,
  language text not null,
  first_published timestamptz not null,
  public_from timestamptz not null,
  archived boolean not null,
  primary key (story, code)
);
create index in_topic_newest on in_topic (code, first_published desc, story);

create function topic_code(written text) returns text language sql immutable as $$
  select case
    when written ~ '^2\d{7}$' then 'medtop:' || written
    when written ~ '^\d{8}$' then 'subj:' || written
    else regexp_replace(regexp_replace(written,
      '^https?://cv\.iptc\.org/newscodes/mediatopic/', 'medtop:'),
      '^https?://cv\.iptc\.org/newscodes/subjectcode/', 'subj:')
  end
$$;

insert into in_topic (code, story, language, first_published, public_from, archived)
select distinct on (story.id, topic_code(subject ->> 'code'))
  topic_code(subject ->> 'code'), story.id, story.language, story.first_published, story.public_from, story.archived
from story
join version on version.story = story.id and version.number = story.public_version
cross join jsonb_array_elements(version.content -> 'subjects') as subject
where story.public_from is not null and story.first_published is not null and subject ->> 'code' <> '';

-- Feeds announce for some days that a story was withdrawn.
create index story_gone on story (gone_from) where gone_from is not null;
