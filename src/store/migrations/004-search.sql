-- Search in one narrow table: what is filtered, sorted and counted by stands inline; the words of the copy stand out of
-- line, uncompressed, and are read only to rank or to recheck a phrase. Rows are made again from the stories by whoever
-- follows the journal for search; `rules` says under which rules for letters a row was made.
drop table search_text;
drop table search;

create table search (
  story text primary key references story,
  configuration text not null,
  language text not null,
  section text,
  place text,
  country text,
  day date not null,                             -- of first_published, in the house's zone
  year smallint not null generated always as (extract(year from day)::smallint) stored,
  first_published timestamptz not null,
  public_from timestamptz not null,
  rules smallint not null,
  headline tsvector not null,
  named tsvector not null,                       -- people (weight A) and places (weight B), without endings cut off
  body tsvector not null                         -- every word of the story, headline and names included
);
alter table search alter column headline set storage main;
alter table search alter column named set storage main;
alter table search alter column body set storage external;
create index search_newest on search (first_published desc, story);
create index search_year on search (year, first_published desc);
create index search_configuration on search (configuration);
-- Words are kept at once: a list of words still to be sorted in would be read through by every search.
create index search_headline on search using gin (headline) with (fastupdate = off);
create index search_named on search using gin (named) with (fastupdate = off);
create index search_body on search using gin (body) with (fastupdate = off);

-- Days, months and years of the archive are counted from here alone.
create index story_days on story (first_published, public_from) where public_from is not null;

delete from cursor where name = 'search';
