-- A note had nowhere to stand but in a report or a call. Who reads it is chosen as it is written: all schools, the own school, or the writer alone.

create table company_note (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  visibility text not null check (visibility in ('centre', 'school', 'personal')),
  person_id int not null references person (id),
  -- Whose school reads it; null: the centre's own.
  school_id int,
  words text not null,
  written_at timestamptz not null,
  -- The words go when the writer takes it away; that there was one stays in the trail of those who could read it.
  removed_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  check (visibility <> 'school' or school_id is not null)
);
create index company_note_of_company on company_note (company_id);
create index company_note_cvr on company_note (centre_id, cvr);
alter table company_note enable row level security;
create policy seen_by_class on company_note for select using (centre_id = (select app_centre()) and case visibility
  when 'centre' then true when 'school' then school_id = (select app_school()) else person_id = (select app_person()) end);
create policy writer_adds on company_note for insert with check (centre_id = (select app_centre()) and person_id = (select app_person())
  and (school_id is null or school_id = (select app_school())));
create policy writer_changes on company_note for update using (centre_id = (select app_centre()) and person_id = (select app_person()))
  with check (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy writer_removes on company_note for delete using (centre_id = (select app_centre()) and person_id = (select app_person()));
