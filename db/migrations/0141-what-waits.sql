-- What waits for whom is a view of the room it belongs to: `person_id` for that person; `role` what a role does (runs, hears, calls, visits), for whoever does it, or who may look over the person's shoulder; `school_id` for that school alone.
-- `from_at`: shown from then on; `due_on` the day, `due_at` the moment, where there is one. `values`: what its words and its address need. A reminder is one more `select` with an earlier `from_at`.
create view class_now with (security_invoker = true) as
  select centre_id, id, quick_number, provider_id, course_id, title, starts_on, ends_on, sign_up_by, street, postal_code, town, teaching, hours, days,
         price, extra, minimum, capacity, enrolled, guaranteed, open, cancelled, link,
         case when cancelled then 'cancelled'
              when enrolled >= capacity and capacity > 0 then 'full'
              when guaranteed then 'guaranteed'
              when minimum is null then 'open'
              when enrolled >= minimum then 'runs'
              else 'short' end as state
  from class;
comment on view class_now is 'Classes, and how each stands. Null: sign_up_by street postal_code town teaching hours days price extra minimum capacity link.';

-- At most three, the nearest to running first: they need few to be saved.
create view catalogue_waiting with (security_invoker = true) as
  select k.centre_id, 'class-short'::text as kind, k.id as source_id, null::integer as company_id, null::integer as person_id, null::integer as school_id,
         'runs'::text as role, (k.starts_on - 42)::timestamp at time zone 'Europe/Copenhagen' as from_at, k.starts_on as due_on, null::timestamptz as due_at,
         jsonb_build_object('course', k.course, 'provider', k.provider, 'enrolled', k.enrolled, 'minimum', k.minimum, 'needs', k.minimum - k.enrolled,
           'classId', k.id, 'quickNumber', k.quick_number) as "values"
  from (
    select n.centre_id, n.id, n.starts_on, n.enrolled, n.minimum, n.quick_number, c.title as course, p.name as provider,
           row_number() over (partition by n.centre_id order by n.minimum - n.enrolled, n.starts_on, n.id) as place
    from class_now n
    join course c on c.centre_id = n.centre_id and c.id = n.course_id
    join provider p on p.centre_id = n.centre_id and p.id = n.provider_id
    where n.state = 'short' and n.enrolled > 0 and n.starts_on between (select app_today()) and (select app_today()) + 42
  ) k
  where k.place <= 3;
comment on view catalogue_waiting is 'Half-empty classes that can still be saved. Null: company_id person_id school_id due_at.';

create view promises_waiting with (security_invoker = true) as
  select p.centre_id,
         case when o.left_at is not null then 'promise-orphan' when p.due_on < (select app_today()) then 'promise-overdue' else 'promise-due' end as kind,
         p.id as source_id, p.company_id, case when o.left_at is null then p.owner_id end as person_id, null::integer as school_id, 'runs'::text as role,
         coalesce(o.left_at, (p.due_on - 7)::timestamp at time zone 'Europe/Copenhagen') as from_at, p.due_on, null::timestamptz as due_at,
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
comment on view promises_waiting is 'Promises that near their day or passed it, those whose owner has left, and those someone is asked to take over. Null: person_id school_id role due_at.';

create view lists_waiting with (security_invoker = true) as
  select l.centre_id, 'list-draft'::text as kind, l.id as source_id, null::integer as company_id, null::integer as person_id, null::integer as school_id,
         'runs'::text as role, l.drawn_at as from_at, null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('list', l.name, 'count',
           (select count(*) from listed_company c where c.centre_id = l.centre_id and c.list_id = l.id)) as "values"
  from list_now l
  where l.state = 'drawn';
comment on view lists_waiting is 'Draws that nobody has sent to hearing yet. Null: company_id person_id school_id due_on due_at.';

-- A school's own hearings alone: what it knows, struck and has left is hidden from everyone else by the tables below. From the contacts to the register, one way of matching at a time: each has its index.
create view hearings_waiting with (security_invoker = true) as
  select h.centre_id, 'hearing-answer'::text as kind, h.id as source_id, null::integer as company_id, null::integer as person_id, a.school_id,
         'hears'::text as role, h.started_at as from_at, (h.deadline at time zone 'Europe/Copenhagen')::date as due_on, h.deadline as due_at,
         jsonb_build_object('list', l.name, 'known', heard.known, 'left', heard.known_left, 'struck', heard.struck, 'count',
           (select count(*) from listed_company c where c.centre_id = h.centre_id and c.list_id = h.list_id)) as "values"
  from hearing h
  join list_now l on l.centre_id = h.centre_id and l.id = h.list_id
  join hearing_answer a on a.centre_id = h.centre_id and a.hearing_id = h.id
  cross join lateral (
    select count(*) filter (where m.known) as known, count(*) filter (where m.struck) as struck,
           count(*) filter (where m.known and not m.struck and not m.kept) as known_left
    from (
      select every.company_id, bool_or(every.what = 'known') as known, bool_or(every.what = 'struck') as struck, bool_or(every.what = 'kept') as kept
      from (
        select d.company_id, 'known' as what from school_contact_now s join company_place c on c.cvr = s.cvr
          join listed_company d on d.centre_id = s.centre_id and d.list_id = h.list_id and d.company_id = c.id
          where s.centre_id = h.centre_id and s.school_id = a.school_id
        union all select d.company_id, 'known' from school_contact_now s join company_place c on c.p_number = s.p_number
          join listed_company d on d.centre_id = s.centre_id and d.list_id = h.list_id and d.company_id = c.id
          where s.centre_id = h.centre_id and s.school_id = a.school_id
        union all select d.company_id, 'known' from school_contact_now s join company_place c on c.phone = s.phone
          join listed_company d on d.centre_id = s.centre_id and d.list_id = h.list_id and d.company_id = c.id
          where s.centre_id = h.centre_id and s.school_id = a.school_id
        union all select d.company_id, 'known' from school_contact_now s join company_place c on c.email_domain = s.domain
          join listed_company d on d.centre_id = s.centre_id and d.list_id = h.list_id and d.company_id = c.id
          where s.centre_id = h.centre_id and s.school_id = a.school_id
        union all select o.company_id, 'struck' from strike_origin o
          where o.centre_id = h.centre_id and o.school_id = a.school_id and o.list_id = h.list_id and o.undone_at is null
        union all select k.company_id, 'kept' from kept k where k.centre_id = h.centre_id and k.school_id = a.school_id and k.list_id = h.list_id
      ) every
      group by every.company_id
    ) m
  ) heard
  where h.ended_at is null and a.answered_at is null and a.school_id = (select app_school())
  union all
  select h.centre_id, 'hearing-ends', h.id, null, null, null, 'runs', h.started_at, (h.deadline at time zone 'Europe/Copenhagen')::date, h.deadline,
         jsonb_build_object('list', l.name, 'listId', h.list_id, 'schools', asked.schools, 'answered', asked.answered, 'count',
           (select count(*) from listed_company c where c.centre_id = h.centre_id and c.list_id = h.list_id))
  from hearing h
  join list_now l on l.centre_id = h.centre_id and l.id = h.list_id
  cross join lateral (
    select count(*) as schools, count(a.answered_at) as answered from hearing_answer a where a.centre_id = h.centre_id and a.hearing_id = h.id
  ) asked
  where h.ended_at is null;
comment on view hearings_waiting is 'Hearings that the own school has not answered, and those that end. Null: company_id person_id school_id.';

create view bookings_waiting with (security_invoker = true) as
  select b.centre_id, 'booking-new'::text as kind, b.id as source_id, b.company_id, w.person_id, null::integer as school_id, null::text as role,
         b.booked_at as from_at, (b.starts_at at time zone 'Europe/Copenhagen')::date as due_on, b.starts_at as due_at,
         jsonb_build_object('company', c.name, 'by', coalesce(who.name, b.contact_name)) as "values"
  from booking b
  join booking_visitor w on w.centre_id = b.centre_id and w.booking_id = b.id
  join company_place c on c.id = b.company_id
  left join person_named who on who.id = b.booked_by
  where b.cancelled_at is null and w.acknowledged_at is null and b.ends_at > (select app_now());
comment on view bookings_waiting is 'New meetings whose visitor has not said that they are seen. Null: school_id role.';

create view visits_waiting with (security_invoker = true) as
  select d.centre_id, 'visit-report'::text as kind, d.booking_id as source_id, d.company_id, d.person_id, null::integer as school_id, 'runs'::text as role,
         d.starts_at as from_at, (d.starts_at at time zone 'Europe/Copenhagen')::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('company', c.name, 'who', p.name, 'date', (d.starts_at at time zone 'Europe/Copenhagen')::date,
           'startsAt', to_char(d.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'days', (select app_today()) - (d.starts_at at time zone 'Europe/Copenhagen')::date) as "values"
  from visit_due d
  join company_place c on c.id = d.company_id
  join person_named p on p.id = d.person_id;
comment on view visits_waiting is 'Meetings that were held and have no report yet. Null: school_id due_at.';
