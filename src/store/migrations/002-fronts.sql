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
