-- Days on which one of us sits at a partner's, taken in turns (faste dage). What is counted there is how many, never who.
create table presence (
  centre_id int not null references centre (id),
  id int generated always as identity,
  partner_id int not null,
  -- ISO weekday, 1 is Monday; each, every second or every fourth week from the first day on.
  weekday int not null check (weekday between 1 and 5),
  every_weeks int not null default 1 check (every_weeks in (1, 2, 4)),
  from_on date not null,
  until_on date check (until_on >= from_on),
  starts_at text not null,
  ends_at text not null check (ends_at > starts_at),
  place text not null default '',
  -- Kept free for driving before and after.
  travel_minutes int not null check (travel_minutes between 0 and 120),
  added_by int not null references person (id),
  added_at timestamptz not null,
  ended_at timestamptz,
  -- Nobody: we work with the partner no more.
  ended_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, partner_id) references centre_partner (centre_id, id),
  check (ended_by is null or ended_at is not null)
);
create index presence_partner on presence (centre_id, partner_id);
call of_centre('presence');

-- Who takes turns, in the order they came in.
create table presence_turn (
  centre_id int not null references centre (id),
  presence_id int not null,
  person_id int not null references person (id),
  place int not null,
  primary key (centre_id, presence_id, person_id),
  foreign key (centre_id, presence_id) references presence (centre_id, id)
);
create index presence_turn_person on presence_turn (centre_id, person_id);
call of_centre('presence_turn');

create table presence_day (
  centre_id int not null references centre (id),
  id int generated always as identity,
  presence_id int not null,
  on_day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  travel_minutes int not null check (travel_minutes between 0 and 120),
  -- Whose turn it is; nobody, since when.
  person_id int references person (id),
  open_since timestamptz,
  -- Whose turn it was before, and who had something else then.
  passed_over int[] not null default '{}',
  -- A colleague is asked to take it, in return for one of his or for none.
  asked_id int references person (id),
  asked_by int references person (id),
  asked_at timestamptz,
  return_id int,
  called_off_at timestamptz,
  called_off_by int references person (id),
  primary key (centre_id, id),
  unique (centre_id, presence_id, on_day),
  foreign key (centre_id, presence_id) references presence (centre_id, id),
  foreign key (centre_id, return_id) references presence_day (centre_id, id),
  check ((asked_id is null) = (asked_at is null)),
  check ((asked_id is null) = (asked_by is null)),
  check (return_id is null or asked_id is not null),
  check ((called_off_at is null) = (called_off_by is null)),
  check (called_off_at is not null or (person_id is null) = (open_since is not null))
);
create index presence_day_person on presence_day (centre_id, person_id);
create index presence_day_asked on presence_day (centre_id, asked_id);
create index presence_day_return on presence_day (centre_id, return_id);
call of_centre('presence_day');

create table presence_count (
  centre_id int not null references centre (id),
  day_id int not null,
  unemployed int not null check (unemployed between 0 and 500),
  employed int not null check (employed between 0 and 500),
  companies int not null check (companies between 0 and 500),
  -- How many asked about what, by the topic's code.
  asked_about jsonb not null default '{}',
  counted_by int not null references person (id),
  counted_at timestamptz not null,
  primary key (centre_id, day_id),
  foreign key (centre_id, day_id) references presence_day (centre_id, id)
);
call of_centre('presence_count');

-- What was told of a partner's days, frozen: the next is told only when every part of it has grown by five or more.
create table presence_told (
  centre_id int not null references centre (id),
  id int generated always as identity,
  partner_id int not null,
  since_on date not null,
  came int not null check (came >= 5),
  unemployed int check (unemployed >= 5 and came - unemployed >= 5),
  topics text[] not null default '{}',
  told_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, partner_id) references centre_partner (centre_id, id)
);
create index presence_told_partner on presence_told (centre_id, partner_id);
call of_centre('presence_told');

-- When people are away, for whoever has something agreed with them then: never why.
create view away_ahead with (security_invoker = true) as
select centre_id, person_id, starts_at, ends_at from absence where ends_at > app_now();
comment on view away_ahead is 'Absences that are not over. Null: none.';

create view presence_days_waiting with (security_invoker = true) as
with day as (
  select d.centre_id, d.id, d.on_day, d.starts_at, d.ends_at, d.person_id, d.open_since, d.asked_id, d.asked_at, p.name as partner, a.name as asks,
    to_char(d.starts_at at time zone 'Europe/Copenhagen', 'HH24.MI') || '–' || to_char(d.ends_at at time zone 'Europe/Copenhagen', 'HH24.MI') as hours
  from presence_day d
  join presence s on s.centre_id = d.centre_id and s.id = d.presence_id
  join partner_ever p on p.centre_id = s.centre_id and p.id = s.partner_id
  left join person_named a on a.id = d.asked_by
  where d.called_off_at is null
)
select d.centre_id, 'presence-open' as kind, d.id as source_id, null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  d.open_since as from_at, d.on_day as due_on, null::timestamptz as due_at,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', coalesce(d.asks, '')) as "values"
from day d where d.person_id is null and d.starts_at > app_now()
union all
select d.centre_id, 'presence-asked', d.id, null, d.asked_id, null, 'runs', d.asked_at, d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', coalesce(d.asks, ''))
from day d where d.asked_id is not null and d.starts_at > app_now()
union all
-- A week before, so that who got it by turns sees it coming.
select d.centre_id, 'presence-mine', d.id, null, d.person_id, null, 'runs', d.starts_at - interval '7 days', d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '')
from day d where d.person_id is not null and d.ends_at > app_now()
union all
-- Away then: a colleague is asked, or the day is given back.
select d.centre_id, 'presence-away', d.id, null, d.person_id, null, 'runs', app_now(), d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '')
from day d
where d.person_id is not null and d.asked_id is null and d.starts_at > app_now() and exists (
  select from away_ahead w
  where w.centre_id = d.centre_id and w.person_id = d.person_id and w.starts_at < d.ends_at and w.ends_at > d.starts_at)
union all
select d.centre_id, 'presence-count', d.id, null, d.person_id, null, 'runs', d.ends_at, d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '')
from day d
where d.ends_at <= app_now() and not exists (select from presence_count c where c.centre_id = d.centre_id and c.day_id = d.id);
comment on view presence_days_waiting is
  'Days that nobody has, that a colleague is asked about, that are near, that someone is away on, and that nobody has counted. Null: company_id person_id school_id due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from tips_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'presence_days_waiting');
end $$;
