-- A search of reports that somebody keeps under a name, and when he looked last: his alone.
create table report_search (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  name text not null check (name <> ''),
  -- As the address of the list says it.
  filter jsonb not null,
  looked_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, person_id, name)
);
create index report_search_person on report_search (person_id);
alter table report_search enable row level security;
create policy own_reads on report_search for select using (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy own_adds on report_search for insert with check (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy own_changes on report_search for update
  using (centre_id = (select app_centre()) and person_id = (select app_person()))
  with check (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy own_removes on report_search for delete using (centre_id = (select app_centre()) and person_id = (select app_person()));

create view visit_begun with (security_invoker = true) as
select d.centre_id, d.id, d.person_id, d.company_id, d.booking_id, d.saved_at
from visit_draft d
left join booking_ever b on b.centre_id = d.centre_id and b.id = d.booking_id
where b.reported_at is null;
comment on view visit_begun is 'Reports that who asks has begun and not sent. Null: booking_id.';
