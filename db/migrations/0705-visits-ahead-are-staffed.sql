-- Who goes to the visits ahead: proposals, people who are asked, what they say, and what is left as it is.
create or replace view visitor_ever with (security_invoker = true) as
select centre_id, booking_id, person_id, travel_minutes, acknowledged_at, position, released_at from booking_visitor;
comment on view visitor_ever is 'Who goes to meetings, held, ahead or called off; the first (position 1) answers for it. Released: he goes no more, and another is to. Null: acknowledged_at released_at.';

create view place_lacking with (security_invoker = true) as
select b.centre_id, b.id as booking_id, case when v.position = 1 then 'lead' else 'second' end as place, v.person_id as gone_id,
  case when v.released_at is null then 'away' else 'released' end as why
from booking_now b
join visitor_ever v on v.centre_id = b.centre_id and v.booking_id = b.id
where b.starts_at > (select app_now()) and (v.released_at is not null or exists (
  select from away_ahead a where a.centre_id = v.centre_id and a.person_id = v.person_id and a.starts_at < b.ends_at and a.ends_at > b.starts_at))
union all
select b.centre_id, b.id, 'second', null, 'alone'
from booking_now b
where b.form = 'visit' and b.starts_at > (select app_now())
  and not exists (select from visitor_ever v where v.centre_id = b.centre_id and v.booking_id = b.id and v.position > 1);
comment on view place_lacking is 'Meetings ahead to which nobody goes first, nobody comes along any more, or one goes alone where two should. Null: gone_id.';

-- What is proposed is for who runs the centre alone; the night writes it.
create procedure of_who_runs(tbl regclass) language plpgsql as $$
declare
  ours constant text := 'centre_id = (select app_centre()) and ((select app_system()) or (select runs_centre()))';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy runs_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy runs_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy runs_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy runs_removes on %s for delete using (%s)', tbl, ours);
end $$;

create table staffing_proposal (
  centre_id int not null references centre (id),
  id int generated always as identity,
  made_at timestamptz not null,
  -- Null: the night.
  made_by int references person (id),
  primary key (centre_id, id),
  unique (centre_id)
);
create index staffing_proposal_made_by on staffing_proposal (made_by);
call of_who_runs('staffing_proposal');

-- No points stand anywhere: they are reckoned from what was known of the visit, so nobody's can be added up.
create table proposed_visit (
  centre_id int not null references centre (id),
  proposal_id int not null,
  booking_id int not null,
  -- The meeting as it stood.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  form text not null,
  lead_id int references person (id),
  second_id int references person (id),
  known jsonb not null,
  -- How many were left out: their field has nothing to do with the company; they have no time then.
  unrelated int not null,
  no_time int not null,
  primary key (centre_id, booking_id),
  foreign key (centre_id, proposal_id) references staffing_proposal (centre_id, id) on delete cascade,
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
create index proposed_visit_proposal on proposed_visit (centre_id, proposal_id);
create index proposed_visit_lead on proposed_visit (lead_id);
create index proposed_visit_second on proposed_visit (second_id);
call of_who_runs('proposed_visit');

-- A proposal that was not taken, and why: nobody is proposed to that visit any more, or not this one.
create table staffing_exception (
  centre_id int not null references centre (id),
  id int generated always as identity,
  booking_id int not null,
  person_id int references person (id),
  why text not null check (why <> ''),
  said_by int not null references person (id),
  said_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
create index staffing_exception_booking on staffing_exception (centre_id, booking_id);
create index staffing_exception_person on staffing_exception (person_id);
create index staffing_exception_said_by on staffing_exception (said_by);
call of_who_runs('staffing_exception');

create table staffing_ask (
  centre_id int not null references centre (id),
  id int generated always as identity,
  booking_id int not null,
  place text not null check (place in ('lead', 'second')),
  person_id int not null references person (id),
  -- The meeting as it stood: moved, it is asked anew.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  form text not null,
  known jsonb not null,
  chosen_why text,
  asked_by int not null references person (id),
  asked_at timestamptz not null,
  yes_at timestamptz,
  no_at timestamptz,
  withdrawn_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, booking_id) references booking (centre_id, id),
  check (num_nonnulls(yes_at, no_at, withdrawn_at) <= 1)
);
create unique index staffing_ask_once on staffing_ask (centre_id, booking_id, person_id) where yes_at is null and no_at is null and withdrawn_at is null;
create index staffing_ask_booking on staffing_ask (centre_id, booking_id);
create index staffing_ask_person on staffing_ask (person_id);
create index staffing_ask_asked_by on staffing_ask (asked_by);
create trigger staffing_ask_person_is_here before insert on staffing_ask for each row execute function must_be_here('person_id');
alter table staffing_ask enable row level security;
create policy asked_reads on staffing_ask for select
  using (centre_id = (select app_centre()) and (person_id = (select app_person()) or (select runs_centre()) or (select app_system())));
create policy asked_adds on staffing_ask for insert with check (centre_id = (select app_centre()) and (select runs_centre()));
create policy asked_changes on staffing_ask for update
  using (centre_id = (select app_centre()) and (person_id = (select app_person()) or (select runs_centre()) or (select app_system())))
  with check (centre_id = (select app_centre()) and (person_id = (select app_person()) or (select runs_centre()) or (select app_system())));
create policy asked_removes on staffing_ask for delete using (centre_id = (select app_centre()) and (select runs_centre()));

-- Why somebody said no: for who said it and who runs the centre.
create table staffing_refusal (
  centre_id int not null references centre (id),
  ask_id int not null,
  said_by int not null references person (id),
  reason text not null check (reason in ('time', 'trade', 'knows-them', 'other')),
  words text not null,
  primary key (centre_id, ask_id),
  foreign key (centre_id, ask_id) references staffing_ask (centre_id, id) on delete cascade
);
create index staffing_refusal_said_by on staffing_refusal (said_by);
alter table staffing_refusal enable row level security;
create policy refusal_reads on staffing_refusal for select
  using (centre_id = (select app_centre()) and (said_by = (select app_person()) or (select runs_centre())));
create policy refusal_adds on staffing_refusal for insert with check (centre_id = (select app_centre()) and said_by = (select app_person()));
create policy refusal_changes on staffing_refusal for update using (centre_id = (select app_centre()) and said_by = (select app_person()))
  with check (centre_id = (select app_centre()) and said_by = (select app_person()));
create policy refusal_removes on staffing_refusal for delete using (centre_id = (select app_centre()) and said_by = (select app_person()));

create view staffing_ask_open with (security_invoker = true) as
select a.centre_id, a.id, a.booking_id, a.place, a.person_id, a.asked_by, a.asked_at, a.starts_at
from staffing_ask a
join booking_now b on b.centre_id = a.centre_id and b.id = a.booking_id and b.starts_at = a.starts_at and b.ends_at = a.ends_at and b.form = a.form
where a.yes_at is null and a.no_at is null and a.withdrawn_at is null
  and exists (select from member_now m where m.centre_id = a.centre_id and m.person_id = a.person_id)
  and exists (select from place_lacking l where l.centre_id = a.centre_id and l.booking_id = a.booking_id and l.place = a.place);
comment on view staffing_ask_open is 'Who is asked to go, and has not answered; he is here, the meeting stands as it did, and the place is still free. Null: none.';

-- What a proposal still says: the meeting stands as it did, the place is free, nobody is asked, and nobody has left it be.
create view proposed_place with (security_invoker = true) as
select v.centre_id, v.booking_id, p.place, p.person_id, v.starts_at
from proposed_visit v
join booking_now b on b.centre_id = v.centre_id and b.id = v.booking_id and b.starts_at = v.starts_at and b.ends_at = v.ends_at and b.form = v.form
cross join lateral (values ('lead', v.lead_id), ('second', v.second_id)) p (place, person_id)
where p.person_id is not null
  and exists (select from place_lacking l where l.centre_id = v.centre_id and l.booking_id = v.booking_id and l.place = p.place)
  and not exists (select from staffing_ask_open a where a.centre_id = v.centre_id and a.booking_id = v.booking_id and a.place = p.place)
  and not exists (select from staffing_exception e where e.centre_id = v.centre_id and e.booking_id = v.booking_id
    and e.taken_back_at is null and (e.person_id is null or e.person_id = p.person_id))
  and not exists (select from staffing_ask n where n.centre_id = v.centre_id and n.booking_id = v.booking_id
    and n.person_id = p.person_id and n.no_at is not null);
comment on view proposed_place is 'What is proposed and still to be decided; only who runs the centre reads it. Null: none.';

create view staffing_ahead_waiting with (security_invoker = true) as
select p.centre_id, 'staffing-proposed' as kind, p.id as source_id, null::int as company_id, null::int as person_id, null::int as school_id,
  'runs' as role, p.made_at as from_at, (o.first_at at time zone 'Europe/Copenhagen')::date as due_on, o.first_at as due_at,
  jsonb_build_object('count', o.many::text) as "values"
from staffing_proposal p
join lateral (
  select count(distinct x.booking_id) as many, min(x.starts_at) as first_at from proposed_place x where x.centre_id = p.centre_id
) o on o.many > 0
union all
select a.centre_id, 'staffing-asked', a.id, b.company_id, a.person_id, null, null, a.asked_at, (b.starts_at at time zone 'Europe/Copenhagen')::date,
  b.starts_at, jsonb_build_object('company', c.name, 'by', w.name)
from staffing_ask_open a
join booking_now b on b.centre_id = a.centre_id and b.id = a.booking_id
join company_place c on c.id = b.company_id
join person_named w on w.id = a.asked_by
union all
-- Somebody said no, and nobody else is asked yet.
select a.centre_id, 'staffing-refused', a.id, b.company_id, null, null, 'runs', a.no_at, (b.starts_at at time zone 'Europe/Copenhagen')::date,
  b.starts_at, jsonb_build_object('company', c.name, 'by', w.name)
from staffing_ask a
join booking_now b on b.centre_id = a.centre_id and b.id = a.booking_id and b.starts_at = a.starts_at
join company_place c on c.id = b.company_id
join person_named w on w.id = a.person_id
where a.no_at is not null
  and exists (select from place_lacking l where l.centre_id = a.centre_id and l.booking_id = a.booking_id and l.place = a.place)
  and not exists (select from staffing_ask n where n.centre_id = a.centre_id and n.booking_id = a.booking_id and n.place = a.place and n.id > a.id)
  and not exists (select from staffing_exception e where e.centre_id = a.centre_id and e.booking_id = a.booking_id
    and e.taken_back_at is null and e.person_id is null)
union all
-- Whoever goes first is away then, and nobody is asked.
select l.centre_id, 'goer-away', b.id, b.company_id, null, null, 'runs', b.booked_at, (b.starts_at at time zone 'Europe/Copenhagen')::date,
  b.starts_at, jsonb_build_object('company', c.name, 'by', w.name)
from place_lacking l
join booking_now b on b.centre_id = l.centre_id and b.id = l.booking_id
join company_place c on c.id = b.company_id
join person_named w on w.id = l.gone_id
where l.place = 'lead' and l.why = 'away'
  and not exists (select from staffing_ask_open a where a.centre_id = l.centre_id and a.booking_id = l.booking_id and a.place = 'lead');
comment on view staffing_ahead_waiting is 'Proposals to be decided, people asked to go, noes, and meetings whose first goer is away. Null: company_id person_id school_id role.';

-- What the one who comes along wants to learn: for the two who go, and nobody else.
create table learning_aim (
  centre_id int not null references centre (id),
  id int generated always as identity,
  circle_id int not null,
  booking_id int not null,
  learner_id int not null references person (id),
  words text not null,
  written_by int not null references person (id),
  written_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, booking_id, circle_id),
  foreign key (centre_id, circle_id) references reading_circle (centre_id, id),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
create index learning_aim_circle on learning_aim (centre_id, circle_id);
create index learning_aim_learner on learning_aim (learner_id);
create index learning_aim_written_by on learning_aim (written_by);
call of_circle('learning_aim');
