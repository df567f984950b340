-- Nobody is in a circle without a yes: who is in asks somebody, who runs the centre does too and reads nothing by it; who is asked lets himself in.
create table circle_asked (
  centre_id int not null references centre (id),
  circle_id int not null,
  person_id int not null references person (id),
  asked_by int not null references person (id),
  asked_at timestamptz not null,
  primary key (centre_id, circle_id, person_id),
  foreign key (centre_id, circle_id) references reading_circle (centre_id, id),
  -- Nobody asks himself in.
  check (person_id <> asked_by)
);
create index circle_asked_person on circle_asked (person_id);
create index circle_asked_by on circle_asked (asked_by);
alter table circle_asked enable row level security;
create policy asked_reads on circle_asked for select using (centre_id = (select app_centre())
  and (circle_id in (select unsafe_my_circles()) or (select app_person()) in (person_id, asked_by) or (select runs_centre())));
create policy asked_adds on circle_asked for insert with check (centre_id = (select app_centre())
  and asked_by = (select app_person()) and (circle_id in (select unsafe_my_circles()) or (select runs_centre())));
create policy asked_removes on circle_asked for delete using (centre_id = (select app_centre())
  and (circle_id in (select unsafe_my_circles()) or (select app_person()) in (person_id, asked_by) or (select runs_centre())));

create view circle_open_to_me with (security_invoker = true) as
select m.centre_id, m.circle_id from circle_member m where m.person_id = (select app_person())
union all
select a.centre_id, a.circle_id from circle_asked a where a.person_id = (select app_person());
comment on view circle_open_to_me is 'Circles that who asks is in, or asked into. Null: none.';

drop policy circle_adds on circle_member;
create policy circle_adds on circle_member for insert with check (centre_id = (select app_centre())
  and (circle_id in (select unsafe_my_circles()) or (person_id = (select app_person()) and (
    (unsafe_circle_is_empty(circle_id) and exists (select from reading_circle r
      where r.centre_id = circle_member.centre_id and r.id = circle_id and r.made_by = (select app_person())))
    or exists (select from circle_asked a
      where a.centre_id = circle_member.centre_id and a.circle_id = circle_member.circle_id and a.person_id = (select app_person()))))));

-- Who leaves the centre is put out by who sends him away, a stranger himself: what only takes away opens nothing to anyone.
create function unsafe_out_of_circle(circle int, person int) returns boolean language plpgsql security definer set search_path = public as $$
begin
  delete from circle_asked a where a.centre_id = app_centre() and a.circle_id = circle and a.person_id = person;
  delete from circle_member m where m.centre_id = app_centre() and m.circle_id = circle and m.person_id = person;
  return found;
end $$;
