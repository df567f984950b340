-- What a company writes on its own page: to whoever has it, until somebody has answered.
create view link_named with (security_invoker = true) as
select l.centre_id, l.id, l.recipient_name, l.recipient_email from link l;
comment on view link_named is 'Whose a link is. Null: recipient_name recipient_email.';

create table company_message (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  -- Through which link it came: whose it was is that link's, and is forgotten with it.
  link_id int not null,
  words text not null check (words <> '' and length(words) <= 2000),
  sent_at timestamptz not null,
  -- From then on it waits with the coordinators too.
  coordinators_from timestamptz not null,
  answered_at timestamptz,
  answered_by int references person (id),
  answered_how text check (answered_how in ('mail', 'phone', 'met')),
  primary key (centre_id, id),
  foreign key (centre_id, link_id) references link (centre_id, id),
  check ((answered_at is null) = (answered_by is null)),
  check ((answered_at is null) = (answered_how is null))
);
create index company_message_company on company_message (company_id);
create index company_message_of_company on company_message (centre_id, cvr);
create index company_message_link on company_message (centre_id, link_id, sent_at);
create index company_message_answered_by on company_message (answered_by);
create index company_message_open on company_message (centre_id, sent_at) where answered_at is null;
call of_centre('company_message');

create view company_message_now with (security_invoker = true) as
select g.centre_id, g.id, g.company_id, g.cvr, g.link_id, g.words, g.sent_at, g.coordinators_from, g.answered_at, g.answered_by, g.answered_how, has.person_id as reader_id
from company_message g
left join lateral (
  select case when n.released_at is null then n.person_id else n.deputy_id end as person_id
  from regular_contact_now n
  where n.centre_id = g.centre_id and n.cvr = g.cvr and (n.whole or n.company_id = g.company_id)
  order by n.whole
  limit 1
) who on true
left join member_now has on has.centre_id = g.centre_id and has.person_id = who.person_id;
comment on view company_message_now is
  'What companies wrote, and who reads it today: who has the company, else the deputy, else (null) who runs the centre. Null: answered_at answered_by answered_how reader_id.';

create view company_messages_waiting with (security_invoker = true) as
select g.centre_id, 'company-message' as kind, g.id as source_id, g.company_id, g.reader_id as person_id, null::int as school_id, null::text as role,
  g.sent_at as from_at, (g.coordinators_from at time zone 'Europe/Copenhagen')::date as due_on, g.coordinators_from as due_at,
  jsonb_build_object('company', p.name, 'what', g.words) as values
from company_message_now g join company_place p on p.id = g.company_id
where g.answered_at is null and g.reader_id is not null
union all
select g.centre_id, 'company-message-late', g.id, g.company_id, null::int, null::int, 'runs',
  case when g.reader_id is null then g.sent_at else g.coordinators_from end, (g.coordinators_from at time zone 'Europe/Copenhagen')::date, g.coordinators_from,
  jsonb_build_object('company', p.name, 'what', g.words)
from company_message_now g join company_place p on p.id = g.company_id
where g.answered_at is null and (g.reader_id is null or g.coordinators_from <= (select app_now()));
comment on view company_messages_waiting is 'Messages without an answer: with who has the company, and with the coordinators where nobody has it or the day is over. Null: person_id school_id role.';
