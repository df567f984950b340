-- A list was drawn by itself: what it was for, whom it should reach and how, and what became of it all stood in people's heads.
create table campaign (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text not null,
  goal_id int,
  -- Whom it wants to reach: companies, or employees where they work.
  target text not null check (target in ('companies', 'employees')),
  employees text[] not null default '{}' check (employees <@ array['short-schooling', 'second-language', 'fifty-plus']),
  -- As a list is drawn by; what the register knows of companies.
  criteria jsonb not null,
  -- How contact is made the first time, in per cent; all of it once lists are made.
  call_centre int not null default 0 check (call_centre between 0 and 100),
  own_consultants int not null default 0 check (own_consultants between 0 and 100),
  partners int not null default 0 check (partners between 0 and 100),
  networks int not null default 0 check (networks between 0 and 100),
  why text not null default '',
  from_on date,
  to_on date,
  version int not null default 1,
  made_by int not null references person (id),
  made_at timestamptz not null,
  -- Consultants are asked for what only they know, without names.
  asked_at timestamptz,
  asked_by int references person (id),
  -- What was proposed on the day its lists were made, and by whom and when they were.
  proposed jsonb,
  settled_at timestamptz,
  settled_by int references person (id),
  ended_at timestamptz,
  ended_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, goal_id) references goal (centre_id, id),
  check (to_on >= from_on),
  check (settled_at is null or (call_centre + own_consultants + partners + networks = 100 and proposed is not null)),
  check ((settled_at is null) = (settled_by is null)),
  check ((ended_at is null) = (ended_by is null))
);
create index campaign_goal on campaign (centre_id, goal_id);
call of_centre('campaign');

-- Its lists: one for each contact model that calls.
create table campaign_list (
  centre_id int not null references centre (id),
  list_id int not null,
  campaign_id int not null,
  model text not null check (model in ('call-centre', 'own-consultants')),
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id),
  foreign key (centre_id, campaign_id) references campaign (centre_id, id)
);
create unique index campaign_list_model on campaign_list (centre_id, campaign_id, model);
call of_centre('campaign_list');

-- Who has answered, and never what: nobody answers twice, and no answer has a name.
create table campaign_answered (
  centre_id int not null references centre (id),
  campaign_id int not null,
  person_id int not null references person (id),
  primary key (centre_id, campaign_id, person_id),
  foreign key (centre_id, campaign_id) references campaign (centre_id, id)
);
create index campaign_answered_person on campaign_answered (person_id);
call of_centre('campaign_answered');

-- How many answered what. `shown` follows only at each fifth answer, so that no two figures differ by one person.
create table campaign_answer (
  centre_id int not null references centre (id),
  campaign_id int not null,
  question text not null check (question in ('wanted', 'at-ease')),
  answer text not null check (answer in ('overview', 'trade', 'yes', 'no')),
  given int not null default 0 check (given >= 0),
  shown int not null default 0 check (shown <= given),
  primary key (centre_id, campaign_id, question, answer),
  foreign key (centre_id, campaign_id) references campaign (centre_id, id)
);
call of_centre('campaign_answer');

-- Each that somebody runs: how far it is, its dates say.
create view campaign_now with (security_invoker = true) as
select c.centre_id, c.id, c.name, c.goal_id, g.words as goal, c.target, c.from_on, c.to_on, c.criteria, c.made_by, e.name as made_by_name, c.made_at,
  case when c.ended_at is not null then 'ended' when c.settled_at is not null then 'running' else 'draft' end as state
from campaign c
join member_ever e on e.centre_id = c.centre_id and e.person_id = c.made_by
left join goal_ever g on g.centre_id = c.centre_id and g.id = c.goal_id;
comment on view campaign_now is 'Campaigns, and how far each is. Null: goal_id goal from_on to_on.';

create view campaigns_waiting with (security_invoker = true) as
select c.centre_id, 'campaign-asks' as kind, c.id as source_id, null::int as company_id, m.person_id, null::int as school_id, null::text as role,
  c.asked_at as from_at, null::date as due_on, null::timestamptz as due_at, jsonb_build_object('campaign', c.name) as "values"
from campaign c
join member_now m on m.centre_id = c.centre_id
where c.asked_at is not null and c.settled_at is null and c.ended_at is null
  and not exists (select from campaign_answered a where a.centre_id = c.centre_id and a.campaign_id = c.id and a.person_id = m.person_id)
union all
select c.centre_id, 'campaign-over', c.id, null, null, null, 'runs', c.to_on::timestamp at time zone 'Europe/Copenhagen', c.to_on, null,
  jsonb_build_object('campaign', c.name)
from campaign c
where c.settled_at is not null and c.ended_at is null and c.to_on < (select app_today());
comment on view campaigns_waiting is
  'Questions to who visits (whom they are for, their role decides), and campaigns whose time is over. Null: company_id person_id school_id role due_on due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'campaigns_waiting');
end $$;
