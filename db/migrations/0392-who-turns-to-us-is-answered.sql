-- One way in: a company that turns to us gets someone who answers within a working day, whoever of us it reached.

-- Opens contact for one person and one matter, whatever wait there is: written by whoever owns the matter.
create table contact_opening (
  centre_id int not null references centre (id),
  -- The owner's row that it comes from: an enquiry.
  source_id bigint not null,
  company_id int not null,
  cvr text not null,
  person_id int not null references person (id),
  since timestamptz not null,
  until timestamptz not null,
  primary key (centre_id, source_id)
);
create index contact_opening_company on contact_opening (centre_id, cvr);
call of_centre('contact_opening');
create view contact_open_now with (security_invoker = true) as
  select centre_id, source_id, company_id, cvr, person_id, since, until from contact_opening where until > (select app_now());
comment on view contact_open_now is 'Who may contact a company that turned to us itself, for that matter, and until when. Null: none.';

-- Which kinds of education a school answers for, and where; without an area it answers everywhere.
create table school_field (
  centre_id int not null references centre (id),
  school_id int not null,
  field text not null,
  primary key (centre_id, school_id, field),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('school_field');
create table school_area (
  centre_id int not null references centre (id),
  school_id int not null,
  municipality int not null,
  primary key (centre_id, school_id, municipality),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('school_area');

create table enquiry (
  centre_id int not null references centre (id),
  id int generated always as identity,
  way text not null check (way in ('phone', 'mail', 'web', 'stand')),
  received_at timestamptz not null,
  registered_by int not null references person (id),
  registered_at timestamptz not null,
  -- Found, or only as it was said: the name, and a phone or CVR number.
  company_id int references company_known (id),
  cvr text,
  company_said text not null,
  number_said text not null default '',
  name text not null,
  phone text not null default '',
  email text not null default '',
  matter text not null,
  -- Which kind of education, if that was said.
  field text,
  -- Whom they asked for.
  wanted text not null default '',
  routed_by text not null check (routed_by in ('regular-contact', 'wanted-school', 'field', 'centre')),
  school_id int,
  owner_id int references person (id),
  -- By then somebody has it, and has answered.
  due_on date not null,
  ended_at timestamptz,
  ended_by int references person (id),
  ended_how text check (ended_how in ('answered', 'closed')),
  answer text not null default '',
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  check ((company_id is null) = (cvr is null)),
  check ((ended_at is null) = (ended_how is null))
);
create index enquiry_open on enquiry (centre_id, due_on) where ended_at is null;
create index enquiry_owner on enquiry (centre_id, owner_id) where ended_at is null;
create index enquiry_company on enquiry (company_id) where company_id is not null;
create index enquiry_cvr on enquiry (centre_id, cvr) where cvr is not null;
call of_centre('enquiry');

-- Citizens and employees are shown to guidance: how many, never who.
create table guidance_count (
  centre_id int not null references centre (id),
  month date not null,
  who text not null check (who in ('citizen', 'worker')),
  way text not null check (way in ('phone', 'mail', 'web', 'stand')),
  shown int not null,
  primary key (centre_id, month, who, way)
);
call of_centre('guidance_count');

create view enquiries_waiting with (security_invoker = true) as
  select e.centre_id,
         case when e.owner_id is not null then case when e.due_on < (select app_today()) then 'enquiry-overdue' else 'enquiry-mine' end
           when e.school_id is not null then 'enquiry-school' else 'enquiry-unrouted' end as kind,
         e.id as source_id, e.company_id, e.owner_id as person_id, case when e.owner_id is null then e.school_id end as school_id,
         case when e.owner_id is null and e.school_id is not null then 'knows' else 'runs' end as role,
         e.registered_at as from_at, e.due_on, null::timestamptz as due_at,
         jsonb_build_object('company', e.company_said, 'what', e.matter, 'date', e.due_on, 'who', coalesce(o.name, s.name, '')) as "values"
  from enquiry e
  left join person_named o on o.id = e.owner_id
  left join school_now s on s.centre_id = e.centre_id and s.id = e.school_id
  where e.ended_at is null
  union all
  -- A school that nobody took it at within the working day: the coordinators find someone.
  select e.centre_id, 'enquiry-untaken', e.id, e.company_id, null, null, 'runs',
         (e.due_on + 1)::timestamp at time zone 'Europe/Copenhagen', e.due_on, null,
         jsonb_build_object('company', e.company_said, 'what', e.matter, 'date', e.due_on, 'who', s.name)
  from enquiry e
  join school_now s on s.centre_id = e.centre_id and s.id = e.school_id
  where e.ended_at is null and e.owner_id is null;
comment on view enquiries_waiting is 'Companies that turned to us and have no answer yet. Null: company_id person_id school_id due_at.';
