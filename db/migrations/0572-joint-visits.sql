-- A partner goes to a company, and asks one of us along (tag os med).
create table joint_visit (
  centre_id int not null references centre (id),
  id int generated always as identity,
  partner_id int not null,
  given_by int not null references person (id),
  given_at timestamptz not null,
  -- As it was written, or as the register called it then.
  company_said text not null,
  town_said text not null default '',
  company_id int references company_known (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null,
  words text not null default '',
  -- Who is asked to go along, and who does.
  asked_id int references person (id),
  goes_id int references person (id),
  -- Nobody goes along: the partner sees it.
  declined_at timestamptz,
  declined_by int references person (id),
  -- Why who was asked did not.
  note text not null default '',
  primary key (centre_id, id),
  foreign key (centre_id, partner_id) references centre_partner (centre_id, id),
  check (asked_id is null or goes_id is null),
  check ((declined_at is null) = (declined_by is null)),
  check (declined_at is null or num_nonnulls(asked_id, goes_id) = 0)
);
create index joint_visit_partner on joint_visit (centre_id, partner_id);
create index joint_visit_company on joint_visit (centre_id, company_id);
create index joint_visit_goes on joint_visit (centre_id, goes_id);
create index joint_visit_asked on joint_visit (centre_id, asked_id);
call of_centre('joint_visit');

create view joint_visits_waiting with (security_invoker = true) as
with ahead as (
  select v.*, p.name as partner, (v.starts_at at time zone 'Europe/Copenhagen')::date as on_day,
    jsonb_build_object('partner', p.name, 'company', v.company_said) as said
  from joint_visit v join partner_ever p on p.centre_id = v.centre_id and p.id = v.partner_id
  where v.declined_at is null and v.starts_at > app_now()
),
stopped as (
  select v.* from ahead v
  -- As who goes is asked when he says yes. What schools strike is between them, and a meeting of ours with the company stops no other.
  where v.goes_id is not null and v.company_id is not null and exists (
    select from contact_hindrances(v.centre_id, v.company_id, 'visit') h
    where h.word <> 'running' and h.kind not in ('meeting', 'strike') and 'outreach' = any (h.stops))
)
select v.centre_id, 'joint-new' as kind, v.id as source_id, null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  v.given_at as from_at, least(v.on_day, (v.given_at at time zone 'Europe/Copenhagen')::date + 2) as due_on, null::timestamptz as due_at, v.said as "values"
from ahead v where v.asked_id is null and v.goes_id is null
union all
select v.centre_id, 'joint-asked', v.id, null, v.asked_id, null, 'runs', v.given_at, v.on_day, null, v.said
from ahead v where v.asked_id is not null
union all
select v.centre_id, 'joint-mine', v.id, null, v.goes_id, null, 'runs', v.starts_at - interval '7 days', v.on_day, null, v.said
from ahead v where v.goes_id is not null
union all
-- Something stops it since there was a yes: who goes is told, and who runs the centre.
select v.centre_id, 'joint-stopped', v.id, v.company_id, v.goes_id, null, 'runs', app_now(), v.on_day, null, v.said from stopped v;
comment on view joint_visits_waiting is 'Visits of partners that someone of us is asked along to. Null: company_id person_id school_id due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from presence_days_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'joint_visits_waiting');
end $$;
