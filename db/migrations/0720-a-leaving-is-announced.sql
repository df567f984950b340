-- Someone stops on a day. What he has open is handed out until then, each thing with a yes; what is left on the day is the coordinators'.

-- Who sees a leaving and what it leaves: whoever runs the centre, who leaves, and whoever leads the school where that one is, or was last.
create function sees_leaver(leaver int) returns boolean language plpgsql stable as $$
begin
  return app_system() or leaver = app_person() or exists (
    select from member_now m
    where m.centre_id = app_centre() and m.person_id = app_person() and (m.role = 'coordinator' or (
      m.role = 'leader' and m.school_id = app_school() and exists (
        select from member_ever e where e.centre_id = m.centre_id and e.person_id = leaver and e.school_id = m.school_id))));
end $$;

create table leaving (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  -- The last day on which he has access.
  last_day date not null,
  -- Null: nobody said so before; he was gone the same day.
  announced_by int references person (id),
  announced_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by int references person (id),
  left_at timestamptz,
  -- Nothing that he left waits for a name any more.
  settled_at timestamptz,
  primary key (centre_id, id),
  check (withdrawn_at is null or left_at is null),
  check (settled_at is null or left_at is not null)
);
create unique index leaving_one on leaving (centre_id, person_id) where withdrawn_at is null and left_at is null;
create index leaving_day on leaving (centre_id, last_day) where withdrawn_at is null and settled_at is null;

-- What was his, as it was when another was asked about it or he left. What it says stands with the thing itself: here only which it is.
create table leaving_thing (
  centre_id int not null references centre (id),
  leaving_id int not null,
  kind text not null,
  source_id int not null,
  leaver_id int not null references person (id),
  company_id int references company_known (id),
  since timestamptz not null,
  "values" jsonb not null,
  primary key (centre_id, leaving_id, kind, source_id),
  foreign key (centre_id, leaving_id) references leaving (centre_id, id)
);
create index leaving_thing_company on leaving_thing (company_id);

create table leaving_question (
  centre_id int not null references centre (id),
  id int generated always as identity,
  leaving_id int not null,
  kind text not null,
  source_id int not null,
  leaver_id int not null references person (id),
  to_id int not null references person (id),
  asked_by int not null references person (id),
  asked_at timestamptz not null,
  answered_at timestamptz,
  said_yes boolean,
  -- Why not, in the words of who was asked.
  why text not null default '',
  -- Taken back, or it was no longer there to be asked about.
  closed_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, leaving_id, kind, source_id) references leaving_thing (centre_id, leaving_id, kind, source_id),
  check ((answered_at is null) = (said_yes is null)),
  check (answered_at is null or closed_at is null)
);
-- One is asked at a time.
create unique index leaving_question_one on leaving_question (centre_id, leaving_id, kind, source_id) where answered_at is null and closed_at is null;
create unique index leaving_question_yes on leaving_question (centre_id, leaving_id, kind, source_id) where said_yes;
create index leaving_question_to on leaving_question (centre_id, to_id);
create index leaving_question_thing on leaving_question (centre_id, leaving_id, kind, source_id);

alter table leaving_question enable row level security;
create policy asked_and_seers_read on leaving_question for select
  using (centre_id = (select app_centre()) and (to_id = (select app_person()) or sees_leaver(leaver_id)));
create policy seers_ask on leaving_question for insert
  with check (centre_id = (select app_centre()) and sees_leaver(leaver_id));
create policy asked_and_seers_change on leaving_question for update
  using (centre_id = (select app_centre()) and (to_id = (select app_person()) or sees_leaver(leaver_id)))
  with check (centre_id = (select app_centre()));
create policy nobody_removes on leaving_question for delete using (centre_id = (select app_centre()) and false);

alter table leaving_thing enable row level security;
create policy asked_and_seers_read on leaving_thing for select using (centre_id = (select app_centre()) and (
  sees_leaver(leaver_id) or exists (
    select from leaving_question q
    where q.centre_id = leaving_thing.centre_id and q.leaving_id = leaving_thing.leaving_id and q.kind = leaving_thing.kind
      and q.source_id = leaving_thing.source_id and q.to_id = (select app_person()))));
-- Whoever ends someone's place, an administrator too, leaves it written down, and reads none of it.
create policy anyone_writes_down on leaving_thing for insert with check (centre_id = (select app_centre()));
create policy nobody_changes on leaving_thing for update using (centre_id = (select app_centre()) and false);
create policy nobody_removes on leaving_thing for delete using (centre_id = (select app_centre()) and false);

alter table leaving enable row level security;
create policy asked_and_seers_read on leaving for select using (centre_id = (select app_centre()) and (
  sees_leaver(person_id)
  or exists (
    select from leaving_question q
    where q.centre_id = leaving.centre_id and q.leaving_id = leaving.id and q.to_id = (select app_person()))
  -- Who keeps the house reads who and when (domain.md, "Where rules meet" 12).
  or exists (select from member_now m where m.centre_id = (select app_centre()) and m.person_id = (select app_person()) and m.role = 'administrator')));
create policy anyone_announces on leaving for insert with check (centre_id = (select app_centre()));
create policy seers_and_keepers_change on leaving for update using (centre_id = (select app_centre()) and (
  sees_leaver(person_id)
  or exists (select from member_now m where m.centre_id = (select app_centre()) and m.person_id = (select app_person()) and m.role = 'administrator')))
  with check (centre_id = (select app_centre()));
create policy nobody_removes on leaving for delete using (centre_id = (select app_centre()) and false);

create view leavings_waiting with (security_invoker = true) as
-- One request for all that someone is asked about.
select q.centre_id, 'leaving-asked' as kind, q.leaving_id as source_id, null::int as company_id, q.to_id as person_id, null::int as school_id,
  'runs' as role, min(q.asked_at) as from_at, l.last_day as due_on, null::timestamptz as due_at,
  jsonb_build_object('who', p.name, 'asked', t.name, 'count', count(*)) as "values"
from leaving_question q
join leaving l on l.centre_id = q.centre_id and l.id = q.leaving_id
join person_named p on p.id = l.person_id
join person_named t on t.id = q.to_id
where q.answered_at is null and q.closed_at is null and l.withdrawn_at is null
group by q.centre_id, q.leaving_id, q.to_id, l.last_day, p.name, t.name
union all
-- The last week: to the coordinators, and to who leaves.
select l.centre_id, 'leaving-soon', l.id, null, null, null, 'runs', ((l.last_day - 7)::timestamp at time zone 'Europe/Copenhagen'), l.last_day, null,
  jsonb_build_object('who', p.name)
from leaving l join person_named p on p.id = l.person_id
where l.withdrawn_at is null and l.left_at is null
union all
select l.centre_id, 'leaving-mine', l.id, null, l.person_id, null, null, ((l.last_day - 7)::timestamp at time zone 'Europe/Copenhagen'), l.last_day, null,
  jsonb_build_object('who', p.name)
from leaving l join person_named p on p.id = l.person_id
where l.withdrawn_at is null and l.left_at is null
union all
select l.centre_id, 'leaving-left', l.id, null, null, null, 'runs', l.left_at, null, null, jsonb_build_object('who', p.name)
from leaving l join person_named p on p.id = l.person_id
where l.left_at is not null and l.settled_at is null;
comment on view leavings_waiting is 'Who is asked about what someone leaves, who leaves soon, and who has left with something open. Null: company_id person_id school_id role due_on due_at.';
