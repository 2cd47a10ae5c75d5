-- Which pictures the public version of a story shows, one row each: a picture is given out while a story with it is public.
-- The rows of a killed story stay, so that its pictures answer as withdrawn and not as if they had never been.
create table pictured (
  hash text not null,
  story text not null references story,
  primary key (hash, story)
);
create index pictured_story on pictured (story);

insert into pictured (hash, story)
select distinct hash #>> '{}', story.id
from story
join version on version.story = story.id and version.number = story.public_version
cross join jsonb_path_query(version.content, 'strict $.**.image.hash') as hash
where hash #>> '{}' ~ '^[0-9a-f]{64}$';
