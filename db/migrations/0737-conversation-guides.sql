-- What is asked at a visit, in versions: each as it was written, never changed.
create table guide (
  centre_id int not null references centre (id),
  id int generated always as identity,
  version int not null,
  -- In the order they are asked: part of the talk, words, for which occasion and which trade area (null: any).
  questions jsonb not null,
  written_by int not null references person (id),
  written_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, version)
);
create index guide_written_by on guide (written_by);
call of_centre('guide');
