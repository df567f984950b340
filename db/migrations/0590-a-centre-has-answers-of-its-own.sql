-- What a company can answer is eight things. A centre has words of its own beside them ("har egen aftale" is a no, "efter høst" is later), with a
-- wait of its own where the answer gives one.
create table own_answer (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- Which of the eight it is: what follows from it, and what it counts as.
  base text not null check (base in ('wants-contact', 'later', 'not-interested', 'no-answer', 'call-back', 'wrong-number', 'do-not-contact', 'closed')),
  name text not null check (btrim(name) <> ''),
  -- None: as the centre's rules have it.
  months int check (months between 1 and 36),
  -- The council's reason for a wait shorter than what companies are promised.
  shorter_why text,
  position int not null,
  -- A version is never changed: another takes its place, and what was said under it stays said so. None: the first of its kind.
  first_id int,
  version int not null default 1,
  said_by int references person (id),
  said_at timestamptz not null,
  ended_by int references person (id),
  ended_at timestamptz,
  primary key (centre_id, id),
  unique (centre_id, id, base),
  -- Under another answer it is another thing.
  foreign key (centre_id, first_id, base) references own_answer (centre_id, id, base),
  check ((first_id is null) = (version = 1)),
  check (months is null or base in ('later', 'not-interested')),
  constraint own_answer_shorter_why check (
    coalesce(months < case base when 'later' then 3 else 6 end, false) = (btrim(coalesce(shorter_why, '')) <> ''))
);
call of_centre('own_answer');
create unique index own_answer_version on own_answer (centre_id, first_id, base, version) where first_id is not null;
create unique index own_answer_name on own_answer (centre_id, base, lower(name)) where ended_at is null;
create index own_answer_said_by on own_answer (said_by);
create index own_answer_ended_by on own_answer (ended_by);

create view own_answer_named with (security_invoker = true) as
  select a.centre_id, a.id, a.base, a.name, a.months, n.name as newest_name, coalesce(a.first_id, a.id) as kind_id, a.ended_at
  from own_answer a
  cross join lateral (
    select v.name from own_answer v
    where v.centre_id = a.centre_id and coalesce(v.first_id, v.id) = coalesce(a.first_id, a.id) order by v.version desc limit 1
  ) n;
comment on view own_answer_named is 'The centre''s own answers, each version, with what its newest is called. Null: months ended_at.';

alter table call add column own_answer_id int;
-- What it is said to be and what it counts as cannot part.
alter table call add constraint call_own_answer foreign key (centre_id, own_answer_id, answer) references own_answer (centre_id, id, base);
create index call_own on call (centre_id, own_answer_id, answer) where own_answer_id is not null;
create or replace view standing_call with (security_invoker = true) as
  select c.centre_id, c.id, c.list_id, c.company_id, c.cvr, c.person_id, c.script_id, c.started_at, c.ended_at, c.answer, c.spoke_with, c.note, c.call_back_at,
    c.refusal_reason_id, c.own_answer_id
  from call c where not exists (select from call_correction k where k.centre_id = c.centre_id and k.call_id = c.id);
