-- Whoever reaches an empty installation first must not own it: the word that the start prints is asked, and only its hash stands here.
create table first_run_word (
  hash text primary key,
  made_at timestamptz not null
);
