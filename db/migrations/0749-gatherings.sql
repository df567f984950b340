-- What consultants come together for (arrangement): a theme meeting, a tour of a school, a joint stand at a job fair.
create table gathering (
  centre_id int not null references centre (id),
  id int generated always as identity,
  kind text not null check (kind in ('theme', 'tour', 'stand')),
  title text not null,
  aim text not null,
  -- The school that hosts it; null: the centre does.
  school_id int,
  -- Who sees to it; null: whoever did has left.
  held_by int references person (id),
  made_by int not null references person (id),
  made_at timestamptz not null,
  called_off_at timestamptz,
  called_off_by int references person (id),
  called_off_why text not null default '',
  -- Afterwards, in three lines at most.
  learnt text[] not null default '{}' check (cardinality(learnt) <= 3),
  learnt_at timestamptz,
  learnt_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  check ((called_off_at is null) = (called_off_by is null)),
  check ((learnt_at is null) = (learnt_by is null)),
  check (kind <> 'tour' or school_id is not null)
);
create index gathering_held on gathering (centre_id, held_by);
call of_centre('gathering');

-- Whose people it is for; no row: all schools'.
create table gathering_invited (
  centre_id int not null references centre (id),
  gathering_id int not null,
  school_id int not null,
  primary key (centre_id, gathering_id, school_id),
  foreign key (centre_id, gathering_id) references gathering (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('gathering_invited');

-- When and where: a stand has one for each turn at it, the others have one.
create table gathering_time (
  centre_id int not null references centre (id),
  id int generated always as identity,
  gathering_id int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null,
  seats int not null check (seats between 1 and 500),
  uid text not null default gen_random_uuid()::text || '@tovholder',
  sequence int not null default 0,
  primary key (centre_id, id),
  unique (centre_id, id, seats),
  foreign key (centre_id, gathering_id) references gathering (centre_id, id)
);
create index gathering_time_of on gathering_time (centre_id, gathering_id);
create index gathering_time_ends on gathering_time (centre_id, ends_at);
create unique index gathering_time_uid on gathering_time (centre_id, uid);
call of_centre('gathering_time');

-- Who has signed up. A seat is a number that one has alone, and none is beyond what there are: of two at the last one the database takes one.
create table gathering_place (
  centre_id int not null references centre (id),
  time_id int not null,
  person_id int not null references person (id),
  seats int not null,
  -- Null: waits for one.
  seat int check (seat >= 1 and seat <= seats),
  signed_at timestamptz not null,
  -- What he has not put away: he has moved up, it was moved, he lost his seat by that, it was called off.
  news text check (news in ('up', 'moved', 'lost', 'off')),
  news_at timestamptz,
  -- A colleague who is asked to take this turn.
  asked_id int references person (id),
  asked_at timestamptz,
  -- Null: nobody has said.
  came boolean,
  came_at timestamptz,
  came_by int references person (id),
  primary key (centre_id, time_id, person_id),
  foreign key (centre_id, time_id, seats) references gathering_time (centre_id, id, seats) on update cascade,
  constraint gathering_seat_once unique (centre_id, time_id, seat),
  check ((news is null) = (news_at is null)),
  check ((asked_id is null) = (asked_at is null)),
  check (num_nonnulls(came, came_at, came_by) in (0, 3))
);
create index gathering_place_person on gathering_place (centre_id, person_id);
create index gathering_place_asked on gathering_place (centre_id, asked_id) where asked_id is not null;
create index gathering_place_time on gathering_place (centre_id, time_id, seats);
call of_centre('gathering_place');
-- Nobody who has left is signed up in the moment in which he leaves.
create trigger who_signs_up_is_here before insert on gathering_place for each row execute function must_be_here('person_id');

create view gatherings_waiting with (security_invoker = true) as
with of_time as (
  select t.centre_id, t.id as time_id, g.id, g.kind, g.title, g.held_by, g.called_off_at, g.learnt_at, g.made_at, t.starts_at, t.ends_at,
    (t.starts_at at time zone 'Europe/Copenhagen')::date as on_day,
    jsonb_build_object('what', g.title, 'hours',
      to_char(t.starts_at at time zone 'Europe/Copenhagen', 'HH24.MI') || '–' || to_char(t.ends_at at time zone 'Europe/Copenhagen', 'HH24.MI'),
      'who', '', 'gathering', g.id) as said
  from gathering g join gathering_time t on t.centre_id = g.centre_id and t.gathering_id = g.id
),
whole as (
  select g.centre_id, g.id, g.title, g.held_by, g.called_off_at, g.learnt_at, g.made_at, min(t.starts_at) as starts_at, max(t.ends_at) as ends_at,
    jsonb_build_object('what', g.title, 'hours', '', 'who', '', 'gathering', g.id) as said
  from gathering g join gathering_time t on t.centre_id = g.centre_id and t.gathering_id = g.id
  group by g.centre_id, g.id
)
select o.centre_id,
  case p.news when 'up' then 'gathering-up' when 'moved' then 'gathering-moved' when 'lost' then 'gathering-lost' else 'gathering-off' end as kind,
  o.time_id as source_id, null::int as company_id, p.person_id, null::int as school_id, null::text as role,
  p.news_at as from_at, o.on_day as due_on, null::timestamptz as due_at, o.said as "values"
from gathering_place p join of_time o on o.centre_id = p.centre_id and o.time_id = p.time_id
where p.news is not null and o.ends_at > app_now()
union all
-- Who is asked to take a colleague's turn.
select o.centre_id, 'gathering-turn', o.time_id, null, p.asked_id, null, null, p.asked_at, o.on_day, null, o.said || jsonb_build_object('who', n.name)
from gathering_place p join of_time o on o.centre_id = p.centre_id and o.time_id = p.time_id join person_named n on n.id = p.person_id
where p.asked_id is not null and o.starts_at > app_now() and o.called_off_at is null
union all
-- Whoever saw to it has left.
select w.centre_id, 'gathering-unheld', w.id, null, null, null, 'runs', w.made_at, (w.starts_at at time zone 'Europe/Copenhagen')::date, null, w.said
from whole w where w.held_by is null and w.called_off_at is null and w.ends_at > app_now()
union all
-- It is over, and nobody has written what came of it; for a fortnight.
select w.centre_id, 'gathering-learnt', w.id, null, w.held_by, null, null, w.ends_at, (w.ends_at at time zone 'Europe/Copenhagen')::date + 3, null, w.said
from whole w
where w.held_by is not null and w.called_off_at is null and w.learnt_at is null and w.ends_at <= app_now() and w.ends_at > app_now() - interval '14 days';
comment on view gatherings_waiting is 'What happened to who signed up, turns that a colleague is asked to take, what nobody sees to, and what came of what is over. Null: company_id person_id school_id role due_at.';
