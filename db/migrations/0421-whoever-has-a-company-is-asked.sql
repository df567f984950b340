-- "Spørg Anne" was an address to write to: it became nobody's task, and nobody saw an answer. Now it is a question that waits until it is answered.

create table contact_question (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  -- May I call, may I visit; or it is doubted that the answer on the card is right.
  about text not null check (about in ('phone', 'visit', 'doubt')),
  words text not null,
  asked_by int not null references person (id),
  asked_at timestamptz not null,
  -- Who had the company when it was asked; null: the coordinators.
  to_id int references person (id),
  -- From then on the coordinators may answer too.
  coordinators_from timestamptz not null,
  answered_at timestamptz,
  answered_by int references person (id),
  answer text check (answer in ('yes', 'no')),
  why text not null default '',
  withdrawn_at timestamptz,
  primary key (centre_id, id),
  check ((answered_at is null) = (answer is null)),
  check (answered_at is null or withdrawn_at is null)
);
-- One at a time of each: who presses twice has asked once.
create unique index contact_question_once on contact_question (centre_id, company_id, asked_by, (about = 'doubt'))
  where answered_at is null and withdrawn_at is null;
create index contact_question_of_company on contact_question (company_id);
create index contact_question_cvr on contact_question (centre_id, cvr);
create index contact_question_open on contact_question (centre_id, to_id) where answered_at is null and withdrawn_at is null;
call of_centre('contact_question');

-- Those that stand, and who is to answer now: whoever has the company today, though another had it when it was asked.
create view contact_question_open_now with (security_invoker = true) as
  select q.centre_id, q.id, q.company_id, q.cvr, q.about, q.asked_by, q.asked_at, q.coordinators_from, q.words,
    case when r.id is null then q.to_id when r.released_at is null then r.person_id end as to_id
  from contact_question q
  left join lateral (
    select n.id, n.person_id, n.released_at from regular_contact_now n
    where n.centre_id = q.centre_id and n.cvr = q.cvr and (n.whole or n.company_id = q.company_id)
    order by n.whole limit 1
  ) r on true
  where q.answered_at is null and q.withdrawn_at is null;
comment on view contact_question_open_now is 'Questions to whoever has a company that have no answer yet. Null: to_id.';

create view contact_questions_waiting with (security_invoker = true) as
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
  -- Nobody has answered by then, nobody is there to, or it is doubted that the answer is right: the coordinators see it.
  select q.centre_id, case when q.about = 'doubt' then 'question-doubted' else 'question-late' end, q.id, q.company_id, null, null, 'runs',
    case when q.about = 'doubt' or q.to_id is null or q.to_id = q.asked_by then q.asked_at else q.coordinators_from end,
    (q.coordinators_from at time zone 'Europe/Copenhagen')::date, q.coordinators_from,
    jsonb_build_object('company', p.name, 'who', who.name, 'what', q.words, 'has', coalesce(has.name, ''))
  from contact_question_open_now q
  join company_place p on p.id = q.company_id
  join person_named who on who.id = q.asked_by
  left join person_named has on has.id = q.to_id
  union all
  -- A yes waits for whoever asked, until the contact is made.
  select o.centre_id, 'question-yes', q.id, q.company_id, o.person_id, null, null, o.since,
    (o.until at time zone 'Europe/Copenhagen')::date, null, jsonb_build_object('company', p.name, 'who', who.name, 'what', q.why, 'has', who.name)
  from contact_open_now o
  join contact_question q on q.centre_id = o.centre_id and q.id = o.source_id
  join company_place p on p.id = q.company_id
  join person_named who on who.id = q.answered_by
  where o.source_kind = 'question';
comment on view contact_questions_waiting is 'Questions to whoever has a company, and a yes that nobody has used yet. Null: person_id school_id role due_at.';
