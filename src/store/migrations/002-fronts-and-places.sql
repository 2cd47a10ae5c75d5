-- Fronts as people have arranged them: each state is a row, and the newest holds. `section` is empty for the front of an
-- edition itself. A row is never changed: taking one back writes the former once more, and `restores` says which.
create table front (
  edition text not null,
  section text not null default '',
  number integer not null check (number > 0),
  content jsonb not null,                        -- Arrangement of story/front.ts
  stories text[] not null,                       -- every story in it
  restores integer,                              -- 0: nobody had arranged it before
  at timestamptz not null,
  moment jsonb not null,
  by text not null,
  primary key (edition, section, number)
);
create trigger front_is_kept before update or delete on front for each row execute function kept_for_ever();
create trigger front_is_whole before truncate on front for each statement execute function kept_for_ever();

-- Where the public version of a story is datelined, ready to walk in order. `place` is the slug of the name as printed, with
-- its region; `printed` is that place of the dateline.
create table in_place (
  place text not null,
  story text not null references story,
  printed jsonb not null,
  first_published timestamptz not null,
  public_from timestamptz not null,
  primary key (story, place)
);
create index in_place_newest on in_place (place, first_published desc, story desc);
