-- The fourth visibility, `group`: named people who read together. One template for its tables, as for a centre's and a school's.
create table reading_circle (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- What it is for, in words that its members read.
  name text not null,
  made_by int not null references person (id),
  made_at timestamptz not null,
  primary key (centre_id, id)
);
create table circle_member (
  centre_id int not null references centre (id),
  circle_id int not null,
  person_id int not null references person (id),
  joined_at timestamptz not null,
  primary key (centre_id, circle_id, person_id),
  foreign key (centre_id, circle_id) references reading_circle (centre_id, id)
);
create index circle_member_person on circle_member (person_id);

-- The circles of who asks; past the policies, because the table of members is itself one that only members read.
create function unsafe_my_circles() returns setof int language sql stable security definer set search_path = public as $$
  select circle_id from circle_member where centre_id = app_centre() and person_id = app_person()
$$;

-- Only members of the circle see, count, add, change and remove a row; no role reads past it.
create procedure of_circle(tbl regclass) language plpgsql as $$
declare
  ours constant text := 'centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles())';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy circle_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy circle_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy circle_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy circle_removes on %s for delete using (%s)', tbl, ours);
end $$;

-- A circle begins with who makes it, as long as it is empty; after that its members let others in, and who has gone is a stranger.
create function unsafe_circle_is_empty(circle int) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from circle_member m where m.centre_id = app_centre() and m.circle_id = circle)
$$;
alter table reading_circle enable row level security;
create policy circle_reads on reading_circle for select
  using (centre_id = (select app_centre()) and (id in (select unsafe_my_circles()) or (made_by = (select app_person()) and unsafe_circle_is_empty(id))));
create policy circle_adds on reading_circle for insert with check (centre_id = (select app_centre()) and made_by = (select app_person()));
create policy circle_changes on reading_circle for update using (centre_id = (select app_centre()) and id in (select unsafe_my_circles()))
  with check (centre_id = (select app_centre()) and id in (select unsafe_my_circles()));
create policy circle_removes on reading_circle for delete using (centre_id = (select app_centre()) and id in (select unsafe_my_circles()));

alter table circle_member enable row level security;
create policy circle_reads on circle_member for select using (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()));
create policy circle_adds on circle_member for insert with check (centre_id = (select app_centre())
  and (circle_id in (select unsafe_my_circles()) or (person_id = (select app_person()) and unsafe_circle_is_empty(circle_id)
    and exists (select from reading_circle r where r.centre_id = circle_member.centre_id and r.id = circle_id and r.made_by = (select app_person())))));
create policy circle_changes on circle_member for update using (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()))
  with check (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()));
create policy circle_removes on circle_member for delete using (centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles()));

create view my_circle with (security_invoker = true) as
  select r.centre_id, r.id as circle_id, r.name, m.person_id
  from reading_circle r
  join circle_member m on m.centre_id = r.centre_id and m.circle_id = r.id;
comment on view my_circle is 'Circles of who asks, with everyone in them. Null: none.';
