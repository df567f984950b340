-- A coordinator who has the company herself read each doubt and each question twice: as hers, and as the coordinators'.
create or replace view contact_questions_waiting with (security_invoker = true) as
  select q.centre_id, case when q.about = 'doubt' then 'question-doubt' else 'question-mine' end as kind, q.id as source_id, q.company_id,
    q.to_id as person_id, null::int as school_id, null::text as role, q.asked_at as from_at,
    (q.coordinators_from at time zone 'Europe/Copenhagen')::date as due_on, q.coordinators_from as due_at,
    jsonb_build_object('company', p.name, 'who', who.name, 'what', q.words, 'has', coalesce(has.name, '')) as "values"
  from contact_question_open_now q
  join company_place p on p.id = q.company_id
  join person_named who on who.id = q.asked_by
  left join person_named has on has.id = q.to_id
  where q.to_id is not null and q.to_id <> q.asked_by
  union all
  -- Nobody has answered by then, nobody is there to, or it is doubted that the answer is right: the coordinators see it; who is asked herself sees it once.
  select q.centre_id, case when q.about = 'doubt' then 'question-doubted' else 'question-late' end, q.id, q.company_id, null, null, 'runs',
    case when q.about = 'doubt' or q.to_id is null or q.to_id = q.asked_by then q.asked_at else q.coordinators_from end,
    (q.coordinators_from at time zone 'Europe/Copenhagen')::date, q.coordinators_from,
    jsonb_build_object('company', p.name, 'who', who.name, 'what', q.words, 'has', coalesce(has.name, ''))
  from contact_question_open_now q
  join company_place p on p.id = q.company_id
  join person_named who on who.id = q.asked_by
  left join person_named has on has.id = q.to_id
  where q.to_id is distinct from (select app_person()) or q.to_id = q.asked_by
  union all
  -- A yes waits for whoever asked, until the contact is made.
  select o.centre_id, 'question-yes', q.id, q.company_id, o.person_id, null, null, o.since,
    (o.until at time zone 'Europe/Copenhagen')::date, null, jsonb_build_object('company', p.name, 'who', who.name, 'what', q.why, 'has', who.name)
  from contact_open_now o
  join contact_question q on q.centre_id = o.centre_id and q.id = o.source_id
  join company_place p on p.id = q.company_id
  join person_named who on who.id = q.answered_by
  where o.source_kind = 'question';
