-- The newest pictures are asked for again and again, so that their renditions are there before a reader is.
create index picture_at on picture (at);
