-- The sensitive part of a report: words for named readers, a row of a circle. Nothing that others read says that there is one.
create table restricted_part (
  centre_id int not null references centre (id),
  id int generated always as identity,
  circle_id int not null,
  -- The report's number. Reports stand above, and say nothing of it.
  visit_id int not null,
  written_by int not null references person (id),
  words text not null check (words <> ''),
  written_at timestamptz not null,
  version int not null default 1,
  primary key (centre_id, id),
  -- One a writer: that somebody else has written one shows to nobody by being in the way.
  unique (centre_id, visit_id, written_by),
  foreign key (centre_id, circle_id) references reading_circle (centre_id, id)
);
create index restricted_part_circle on restricted_part (centre_id, circle_id);
create index restricted_part_writer on restricted_part (written_by);
call of_circle('restricted_part');

-- Who reads it does not write it.
drop policy circle_adds on restricted_part;
drop policy circle_changes on restricted_part;
drop policy circle_removes on restricted_part;
create policy writer_adds on restricted_part for insert
  with check (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()) and written_by = (select app_person()));
create policy writer_changes on restricted_part for update
  using (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()) and written_by = (select app_person()))
  with check (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()) and written_by = (select app_person()));
create policy writer_removes on restricted_part for delete
  using (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()) and written_by = (select app_person()));

-- A circle that ends takes its people along.
alter table circle_member drop constraint circle_member_centre_id_circle_id_fkey;
alter table circle_member add foreign key (centre_id, circle_id) references reading_circle (centre_id, id) on delete cascade;

-- Where nobody is left who may read it, it ends: the house removes it without reading.
create function unsafe_end_restricted_parts(centre int) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not app_system() or centre is distinct from app_centre() then return; end if;
  delete from restricted_part p
  where p.centre_id = centre and not exists (
    select from my_circle c
    join member_now m on m.centre_id = c.centre_id and m.person_id = c.person_id
    where c.centre_id = p.centre_id and c.circle_id = p.circle_id);
end $$;

create view restricted_part_read with (security_invoker = true) as
select centre_id, id, circle_id, visit_id, written_by from restricted_part;
comment on view restricted_part_read is 'Sensitive parts of reports that who asks may read, without their words. Null: none.';
