-- Several colleagues of a school go through a hearing together: who looks at which company, and whom one has asked because he knows it.

create view own_hearing_open with (security_invoker = true) as
select h.centre_id, h.id, h.list_id, h.started_at, h.deadline, a.school_id
from hearing h join hearing_answer a on a.centre_id = h.centre_id and a.hearing_id = h.id
where h.ended_at is null and a.answered_at is null and a.school_id = (select app_school());
comment on view own_hearing_open is 'Hearings that run and that the own school has not answered. Null: none.';

create view own_decision with (security_invoker = true) as
select o.centre_id, o.school_id, o.list_id, o.company_id, o.person_id, 'struck' as decision
from strike_origin o where o.undone_at is null
union all
select k.centre_id, k.school_id, k.list_id, k.company_id, k.person_id, case when k.ours then 'ours' else 'kept-on-list' end
from kept_on_list k;
comment on view own_decision is 'What the own school has decided of companies of a list, and who. Null: none.';

-- Who answers a school's hearings; a test holds the roles to those of the house.
create view hearer_now with (security_invoker = true) as
select centre_id, person_id, school_id, name from member_now
where school_id is not null and not school_waits and role in ('consultant', 'leader', 'employee');
comment on view hearer_now is 'Who may answer a hearing for a school that has agreed to him. Null: none.';

create table hearing_share (
  centre_id int not null references centre (id),
  school_id int not null,
  list_id int not null,
  company_id int not null,
  -- Who looks at it; who gave it: oneself, of a part that one took.
  person_id int not null references person (id),
  given_by int not null references person (id),
  given_at timestamptz not null,
  why text not null default '',
  -- Who was asked does not know it either.
  back_at timestamptz,
  back_why text not null default '',
  -- What the mail to who was asked is known by: it goes no more when nothing of it is asked any more.
  letter int,
  primary key (centre_id, school_id, list_id, company_id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
create index hearing_share_list on hearing_share (centre_id, list_id);
create index hearing_share_person on hearing_share (person_id);
create index hearing_share_given_by on hearing_share (given_by);
call of_school('hearing_share');

-- Who answers for the school no more looks at nothing: that company is free again.
create view hearing_share_now with (security_invoker = true) as
select s.centre_id, s.school_id, h.id as hearing_id, s.list_id, s.company_id, s.person_id, m.name as person, s.given_by, g.name as giver, s.given_at, s.why,
  s.back_at, s.back_why,
  exists (select from own_decision d where d.centre_id = s.centre_id and d.school_id = s.school_id and d.list_id = s.list_id and d.company_id = s.company_id) as answered
from hearing_share s
join own_hearing_open h on h.centre_id = s.centre_id and h.list_id = s.list_id and h.school_id = s.school_id
join hearer_now m on m.centre_id = s.centre_id and m.person_id = s.person_id and m.school_id = s.school_id
join person_named g on g.id = s.given_by;
comment on view hearing_share_now is 'Who of the own school looks at which company of a hearing that it has not answered. Null: back_at.';

create view hearing_shares_waiting with (security_invoker = true) as
select s.centre_id, 'hearing-share'::text as kind, s.hearing_id as source_id, null::int as company_id, s.person_id, s.school_id, null::text as role,
  min(s.given_at) as from_at, (h.deadline at time zone 'Europe/Copenhagen')::date as due_on, h.deadline as due_at,
  jsonb_build_object('list', l.name, 'count', count(*), 'who', string_agg(distinct s.giver, ', '),
    -- Several ask for several reasons: each stands with its company.
    'why', case when count(distinct s.why) = 1 then max(s.why) else '' end) as "values"
from hearing_share_now s
join own_hearing_open h on h.centre_id = s.centre_id and h.id = s.hearing_id
join list_now l on l.centre_id = s.centre_id and l.id = s.list_id
where s.person_id <> s.given_by and s.back_at is null and not s.answered
group by s.centre_id, s.hearing_id, s.person_id, s.school_id, h.deadline, l.name
union all
-- What waits for who asked is any answerer's of the school, when he answers for it no more.
select s.centre_id, 'hearing-share-back', s.hearing_id, null, g.person_id, s.school_id, case when g.person_id is null then 'hears' end,
  min(s.back_at), (h.deadline at time zone 'Europe/Copenhagen')::date, h.deadline,
  jsonb_build_object('list', l.name, 'count', count(*), 'who', string_agg(distinct s.person, ', '),
    'why', case when count(distinct s.back_why) = 1 then max(s.back_why) else '' end)
from hearing_share_now s
join own_hearing_open h on h.centre_id = s.centre_id and h.id = s.hearing_id
join list_now l on l.centre_id = s.centre_id and l.id = s.list_id
left join hearer_now g on g.centre_id = s.centre_id and g.person_id = s.given_by and g.school_id = s.school_id
where s.back_at is not null and not s.answered
group by s.centre_id, s.hearing_id, g.person_id, s.school_id, h.deadline, l.name
union all
-- What was asked of somebody who answers for the school no more.
select s.centre_id, 'hearing-share-lost', h.id, null, g.person_id, s.school_id, case when g.person_id is null then 'hears' end,
  min(s.given_at), (h.deadline at time zone 'Europe/Copenhagen')::date, h.deadline,
  jsonb_build_object('list', l.name, 'count', count(*), 'who', string_agg(distinct p.name, ', '), 'why', '')
from hearing_share s
join own_hearing_open h on h.centre_id = s.centre_id and h.list_id = s.list_id and h.school_id = s.school_id
join list_now l on l.centre_id = s.centre_id and l.id = s.list_id
join person_named p on p.id = s.person_id
left join hearer_now g on g.centre_id = s.centre_id and g.person_id = s.given_by and g.school_id = s.school_id
where s.person_id <> s.given_by
  and not exists (select from hearer_now a where a.centre_id = s.centre_id and a.person_id = s.person_id and a.school_id = s.school_id)
  and not exists (select from own_decision d where d.centre_id = s.centre_id and d.school_id = s.school_id and d.list_id = s.list_id and d.company_id = s.company_id)
group by s.centre_id, h.id, g.person_id, s.school_id, h.deadline, l.name;
comment on view hearing_shares_waiting is 'What a colleague has sent one to look at in a hearing, what came back unanswered, and what was asked of one who answers no more. Null: company_id person_id role.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'hearing_shares_waiting');
end $$;
