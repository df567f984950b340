-- Visit reports: what it was about, needs in the company's words, topics; drafts that only the writer sees.
create table visit (
  centre_id int not null references centre (id),
  id int generated always as identity,
  booking_id int,
  company_id int not null references company (id),
  cvr text not null,
  list_id int,
  person_id int not null references person (id),
  visited_at timestamptz not null,
  about text not null,
  reported_at timestamptz not null,
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, booking_id),
  foreign key (centre_id, booking_id) references booking (centre_id, id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
call of_centre('visit');
create index visit_company on visit (centre_id, cvr, visited_at desc);
create index visit_person on visit (centre_id, person_id, visited_at desc);

create table visit_need (
  centre_id int not null,
  id int generated always as identity,
  visit_id int not null,
  words text not null,
  education text,
  soon boolean not null default true,
  primary key (centre_id, id),
  foreign key (centre_id, visit_id) references visit (centre_id, id)
);
call of_centre('visit_need');
create index visit_need_visit on visit_need (centre_id, visit_id);

create table visit_topic (
  centre_id int not null,
  visit_id int not null,
  topic text not null,
  primary key (centre_id, visit_id, topic),
  foreign key (centre_id, visit_id) references visit (centre_id, id)
);
call of_centre('visit_topic');

-- What a writer has typed and not sent: of a meeting, or of a visit that nobody booked.
create table visit_draft (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  company_id int not null references company (id),
  booking_id int,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (centre_id, id),
  unique nulls not distinct (centre_id, person_id, company_id, booking_id),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
alter table visit_draft enable row level security;
create policy own_reads on visit_draft for select using (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy own_adds on visit_draft for insert with check (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy own_changes on visit_draft for update using (centre_id = (select app_centre()) and person_id = (select app_person()))
  with check (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy own_removes on visit_draft for delete using (centre_id = (select app_centre()) and person_id = (select app_person()));

-- Meetings that have begun and have no report: what a consultant still owes.
create view visit_due with (security_invoker = true) as
  select b.centre_id, b.id as booking_id, b.company_id, b.cvr, b.person_id, b.starts_at
  from booking b
  where b.cancelled_at is null and b.starts_at <= (select app_now())
    and not exists (select from visit v where v.centre_id = b.centre_id and v.booking_id = b.id);
