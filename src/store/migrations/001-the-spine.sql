-- The spine: one agency, its people, its stories with every version, and the journal of what went out.
-- All moments are kept twice where people printed them: as an instant for sorting, as a Moment (jsonb) for showing.

create table agency (
  one boolean primary key default true check (one),
  authority text not null,                       -- the authority of every tag: URI; fixed at the first start
  created timestamptz not null
);

create table house (
  number integer primary key,
  content jsonb not null,
  at timestamptz not null,
  by text not null
);

create table person (
  id text primary key,
  name text not null,
  slug text not null unique,
  roles text[] not null default '{}',
  details jsonb not null default '{}',
  created timestamptz not null,
  left_at timestamptz
);

-- Bytes as they came, by SHA-256. Null bytes are what an expunge leaves behind.
create table raw (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  bytes bytea,
  at timestamptz not null,
  expunged timestamptz
);

create table story (
  id text primary key,
  version integer not null check (version > 0),  -- the newest saved version
  work jsonb not null,                           -- Work of story/work.ts
  work_is text not null generated always as (work ->> 'is') stored,
  assigned text,                                 -- who shall claim it
  desk text generated always as (work ->> 'desk') stored,
  publication jsonb not null,                    -- Publication of story/publication.ts; its version is what subscribers have
  publication_is text not null generated always as (publication ->> 'is') stored,
  public_version integer,                        -- what public doors show, from public_from on
  public_from timestamptz,                       -- null: never published, or killed. In the future: under embargo
  gone_from timestamptz,                         -- killed after the public had it: 410 with publication.notice
  path text unique,                              -- current address, without base: /2026/11/24/quake-chile
  slug text not null,
  headline text not null,
  language text not null,
  direction text not null,
  urgency smallint not null,
  sections text[] not null default '{}',
  update_of text,
  translation_of text,
  moments jsonb not null default '{}',           -- {firstPublished?, updated?, corrected?}: Moment each
  first_published timestamptz,
  updated timestamptz,
  corrected timestamptz,
  changed timestamptz,                           -- when the public's version last became another
  archived boolean not null default false,
  created timestamptz not null,
  saved timestamptz not null
);
-- slug to sections above are the public version's once there is one that public doors show, else the newest version's.
create index story_newest on story (first_published desc, id) where public_from is not null;
create index story_newest_in_language on story (language, first_published desc, id) where public_from is not null;
create index story_changed on story (changed desc, id) where public_from is not null;
create index story_at_work on story (saved desc) where work_is <> 'none';
create index story_update_of on story (update_of) where update_of is not null;
create index story_translation_of on story (translation_of) where translation_of is not null;

create table version (
  story text not null references story,
  number integer not null check (number > 0),
  content jsonb not null,                        -- Draft and corrections of story/story.ts
  what text not null,                            -- filed, edited, published, updated, corrected, refiled, killed, archived
  at timestamptz not null,
  moment jsonb not null,
  by text not null,
  overrides jsonb not null default '[]',         -- objections of the house that somebody took upon himself, with the reason
  unchecked boolean not null default false,      -- from an archive: house checks were not run
  expunged timestamptz,
  primary key (story, number)
);

-- The public version's sections, one row each, so that a section page is one index walk.
create table in_section (
  section text not null,
  story text not null references story,
  position smallint not null,
  language text not null,
  first_published timestamptz not null,
  public_from timestamptz not null,
  archived boolean not null,
  primary key (story, section)
);
create index in_section_newest on in_section (section, first_published desc, story);

-- The public version's people, as far as they are our own.
create table credited (
  person text not null,
  story text not null references story,
  role text not null,
  first_published timestamptz not null,
  public_from timestamptz not null,
  primary key (story, person, role)
);
create index credited_newest on credited (person, first_published desc, story);

-- A path belongs to one story for ever; those that are not current redirect to the one that is.
create table address (
  path text collate "C" primary key,             -- bytewise, so that quake-2, quake-3 … are one index walk
  story text not null references story deferrable initially deferred,
  current boolean not null,
  since timestamptz not null
);
create unique index address_current on address (story) where current;
create index address_of_story on address (story);

-- What came from outside and became a version of a story: the same item twice is filed once.
create table source (
  id bigint generated always as identity primary key,
  provider text not null,
  guid text,
  version text,
  content text not null,                         -- SHA-256 of the words, for items without a guid
  story text not null references story,
  number integer not null,                       -- the version it became
  raw text references raw,
  address text,
  at timestamptz not null
);
create unique index source_item on source (provider, guid, coalesce(version, content)) where guid is not null;
create unique index source_words on source (provider, content) where guid is null;
create index source_content on source (provider, content);
create index source_story on source (story);

-- What came from outside and was refused, with why.
create table refusal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  provider text not null,
  guid text,
  version text,
  content text not null,
  raw text references raw,
  story text references story,
  code text not null
);
create index refusal_newest on refusal (at desc);

-- Lines of the public corrections log.
create table correction (
  id bigint generated always as identity primary key,
  story text not null references story,
  version integer not null,
  wrong text not null,
  "right" text not null,
  place text,                                    -- where it stood: "paragraph 3"
  grave boolean not null default false,
  at timestamptz not null,
  moment jsonb not null,
  by text not null
);
create index correction_newest on correction (at desc, id desc);
create index correction_story on correction (story);

-- The journal: what went out. Numbers come from journal_head, taken as a transaction's last statement, so they are in
-- the order of commits and without a gap.
create table journal (
  number bigint primary key,
  what text not null check (what in ('published', 'updated', 'corrected', 'refiled', 'killed', 'released', 'archived')),
  story text not null references story,
  version integer not null,
  at timestamptz not null,
  moment jsonb not null,
  by text not null,
  embargoed_until timestamptz
);
create index journal_story on journal (story, number);
create index journal_live on journal (number) where what <> 'archived';
create table journal_head (one boolean primary key default true check (one), number bigint not null);
insert into journal_head (number) values (0);

-- Desk events: what happens inside the house. Nothing outward reads them.
create table event (
  number bigint primary key,
  what text not null,
  story text references story,
  version integer,
  at timestamptz not null,
  moment jsonb not null,
  by text not null,
  details jsonb not null default '{}'
);
create index event_story on event (story, number);
create table event_head (one boolean primary key default true check (one), number bigint not null);
insert into event_head (number) values (0);

-- How far each follower has read the journal.
create table cursor (
  name text primary key,
  number bigint not null,
  moved timestamptz not null default now()
);

-- What goes out by itself at a moment: a held story, or the public half of an embargoed one.
create table release (
  story text not null references story,
  kind text not null check (kind in ('hold', 'embargo')),
  version integer not null,
  overrides jsonb not null default '[]',         -- what somebody took upon himself when it was held
  at timestamptz not null,
  primary key (story, kind)
);
create index release_due on release (at);

create table access_key (
  id text primary key,
  name text not null,
  hash text not null unique,                     -- SHA-256 of the key in hex; the key itself is shown once and not kept
  scopes text[] not null,
  embargoed boolean not null default false,
  created timestamptz not null,
  revoked timestamptz,
  last_used timestamptz
);

create table picture (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  type text not null,
  width integer not null,
  height integer not null,
  size bigint not null,
  metadata jsonb not null default '{}',
  at timestamptz not null,
  expunged timestamptz
);

-- Search: a narrow table to filter, sort and count by, and the big word lists beside it. `configuration` names the text
-- search configuration both vectors were made with.
create table search (
  story text primary key references story,
  configuration text not null,
  language text not null,
  section text,
  place text,
  country text,
  day date not null,                             -- of first_published, in the house's zone
  first_published timestamptz not null,
  public_from timestamptz not null,
  headline tsvector not null
);
alter table search alter column headline set storage main;
create index search_headline on search using gin (headline);
create index search_newest on search (first_published desc, story);

create table search_text (
  story text primary key references search on delete cascade,
  body tsvector not null
);
create index search_body on search_text using gin (body);

-- What was saved and what went out is never changed. Only expunge, which says so, may take words out of a version.
create function kept_for_ever() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'version' and current_setting('dateline.expunge', true) = 'on' then
    return new;
  end if;
  raise exception 'the % is kept for ever: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end
$$;
create trigger version_is_kept before update or delete on version for each row execute function kept_for_ever();
create trigger version_is_whole before truncate on version for each statement execute function kept_for_ever();
create trigger journal_is_kept before update or delete on journal for each row execute function kept_for_ever();
create trigger journal_is_whole before truncate on journal for each statement execute function kept_for_ever();
