-- "May we contact them?" is judged by facts that their owners write down here: one row for whatever bars or opens contact.
create table hindrance_kind (
  kind text primary key,
  -- The heaviest first.
  rank int not null unique,
  -- What it stops: new outreach, what was agreed, the answer to an own enquiry, evaluation. Nothing: it only tells that we have been in contact.
  stops text[] not null check (stops <@ array['outreach', 'agreed', 'enquiry', 'evaluation']),
  -- The word for it in the API.
  word text not null
);
-- The words for each, and what can be done about it, stand in may-contact/hindrances.table.ts; a test compares the two.
insert into hindrance_kind (kind, rank, stops, word) values
  ('stop', 10, '{outreach,agreed,evaluation}', 'do-not-contact'),
  ('ceased', 20, '{outreach,agreed,evaluation}', 'closed'),
  ('closed', 25, '{outreach,agreed,evaluation}', 'closed'),
  ('protected', 30, '{outreach,evaluation}', 'protected'),
  ('strike', 40, '{outreach}', 'struck'),
  ('meeting', 50, '{outreach}', 'has-meeting'),
  ('wait', 60, '{outreach}', 'waiting'),
  ('wrong-number', 65, '{outreach}', 'waiting'),
  ('in-hearing', 70, '{outreach}', 'in-hearing'),
  ('spoken', 80, '{}', 'spoken'),
  ('visited', 90, '{}', 'visited');

create table contact_mark (
  centre_id int not null references centre (id),
  kind text not null references hindrance_kind (kind),
  -- The number of the owner's row that it comes from.
  source_id bigint not null,
  -- Where it was said, and whether it was said for all of the company. A mark outlives the register's row: no key.
  company_id int,
  cvr text not null,
  whole boolean not null default true,
  -- The number that was called, when it was said on the phone.
  phone text,
  since timestamptz not null,
  -- The moment from which it holds no longer; null: until its owner takes it away.
  ends_at timestamptz,
  person_id int references person (id),
  primary key (centre_id, kind, source_id)
);
call of_centre('contact_mark');
create index contact_mark_cvr on contact_mark (centre_id, cvr);
create index contact_mark_company on contact_mark (centre_id, company_id);
create index contact_mark_phone on contact_mark (centre_id, phone) where phone is not null;

-- A company on a list has no number of its own: its mark needs one.
alter table list_company add column id int generated always as identity;
create unique index list_company_number on list_company (centre_id, id);

-- ---- What was so before ------------------------------------------------------------------------------------
insert into contact_mark (centre_id, kind, source_id, company_id, cvr, phone, since, ends_at, person_id)
select w.centre_id, case w.reason when 'do-not-contact' then 'stop' when 'closed' then 'closed' when 'wrong-number' then 'wrong-number' else 'wait' end,
       w.id, place.id, w.cvr, place.phone, w.from_on::timestamp at time zone 'Europe/Copenhagen', w.until_on::timestamp at time zone 'Europe/Copenhagen', w.person_id
from waiting_period w
left join call k on k.centre_id = w.centre_id and k.id = w.call_id
left join lateral (
  select c.id, c.phone from company c where c.id = k.company_id or (k.id is null and c.cvr = w.cvr)
  order by (c.kind = 'company') desc, c.id limit 1
) place on true
where w.lifted_at is null;

insert into contact_mark (centre_id, kind, source_id, company_id, cvr, since, ends_at, person_id)
select b.centre_id, 'meeting', b.id, b.company_id, b.cvr, b.booked_at, b.ends_at, b.person_id
from booking b where b.cancelled_at is null
union all
select s.centre_id, 'strike', s.id, s.company_id, s.cvr, s.struck_at, s.until_on::timestamp at time zone 'Europe/Copenhagen', null
from strike s join hearing h on h.centre_id = s.centre_id and h.list_id = s.list_id
where s.undone_at is null and h.ended_at is not null
union all
select d.centre_id, 'in-hearing', d.id, d.company_id, d.cvr, h.started_at, h.deadline, null
from list_company d join hearing h on h.centre_id = d.centre_id and h.list_id = d.list_id
where d.included and h.ended_at is null
union all
select k.centre_id, 'spoken', k.id, k.company_id, k.cvr, k.ended_at, null, k.person_id
from standing_call k where k.answer not in ('no-answer', 'wrong-number')
union all
select v.centre_id, 'visited', v.id, v.company_id, v.cvr, v.visited_at, null, v.person_id
from visit v;
