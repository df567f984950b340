-- A member's role and school are changed where he is: what he was before is kept, for who has led a school; what he had open becomes the coordinators'.
create table former_place (
  centre_id int not null references centre (id),
  id int generated always as identity,
  membership_id int not null,
  role text not null,
  school_id int,
  ended_at timestamptz not null,
  -- Null: he had left, and came back as something else.
  ended_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, membership_id) references membership (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index former_place_of_member on former_place (centre_id, membership_id);
create index former_place_of_school on former_place (centre_id, school_id) where school_id is not null;
call of_centre('former_place');

-- Who left and came back as something else: the trail knows what he was.
insert into former_place (centre_id, membership_id, role, school_id, ended_at)
select m.centre_id, m.id, e.after ->> 'role', (e.after ->> 'schoolId')::int, m.joined_at
from event e
join membership m on m.centre_id = e.centre_id and m.id = e.subject_id
where e.subject = 'membership' and e.verb = 'joined' and e.at < m.joined_at and e.after ->> 'role' is not null
  and (e.after ->> 'role', (e.after ->> 'schoolId')::int) is distinct from (m.role, m.school_id);

-- A name is one for all centres: only where nobody else knows the person it is corrected.
create function unsafe_belongs_elsewhere(who int, beside int) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from membership where person_id = who and centre_id <> beside)
$$;

-- From then on the coordinators', though its owner is still here: he does something else now.
alter table promise add released_at timestamptz;
update promise p
set released_at = m.left_at
from membership m
where m.centre_id = p.centre_id and m.person_id = p.owner_id and m.left_at is not null and p.kept_at is null and p.dropped_at is null;

create or replace view promises_waiting with (security_invoker = true) as
  select p.centre_id,
         case when coalesce(p.released_at, o.left_at) is not null then 'promise-orphan'
           when p.due_on < (select app_today()) then 'promise-overdue' else 'promise-due' end as kind,
         p.id as source_id, p.company_id, case when coalesce(p.released_at, o.left_at) is null then p.owner_id end as person_id,
         null::integer as school_id, 'runs'::text as role,
         coalesce(p.released_at, o.left_at, (p.due_on - 7)::timestamp at time zone 'Europe/Copenhagen') as from_at, p.due_on, null::timestamptz as due_at,
         jsonb_build_object('company', c.name, 'what', p.what, 'date', p.due_on, 'days', greatest(0, (select app_today()) - p.due_on), 'who', o.name,
           'school', coalesce(o.school, ''), 'mine', (p.owner_id is not distinct from (select app_person()))::integer) as "values"
  from promise p
  join company_place c on c.id = p.company_id
  join member_ever o on o.centre_id = p.centre_id and o.person_id = p.owner_id
  where p.kept_at is null and p.dropped_at is null
  union all
  -- Someone waits for an answer now, whenever the promise itself is due.
  select p.centre_id, 'handover', p.id, p.company_id, h.to_id, null, null, h.offered_at, p.due_on, null,
         jsonb_build_object('company', c.name, 'what', p.what, 'date', p.due_on, 'days', greatest(0, (select app_today()) - p.due_on), 'who', giver.name,
           'school', coalesce(o.school, ''), 'mine', (p.owner_id is not distinct from (select app_person()))::integer)
  from promise_handover h
  join promise p on p.centre_id = h.centre_id and p.id = h.promise_id
  join company_place c on c.id = p.company_id
  join member_ever o on o.centre_id = p.centre_id and o.person_id = p.owner_id
  join person_named giver on giver.id = h.from_id
  where h.accepted_at is null and h.declined_at is null and p.kept_at is null and p.dropped_at is null;
comment on view promises_waiting is 'Promises that near their day or passed it, those that their owner has no more, and those someone is asked to take over. Null: person_id school_id role due_at.';
