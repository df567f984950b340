-- A list is called for visits, or for meetings online or by phone: what is kept for a call, and whether all are full, goes by that kind.
create table list_offer (
  centre_id int not null references centre (id),
  list_id int not null,
  form text not null check (form in ('online', 'phone')),
  said_by int not null references person (id),
  said_at timestamptz not null,
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
create index list_offer_said_by on list_offer (said_by);
call of_centre('list_offer');
create view list_offered with (security_invoker = true) as select centre_id, list_id, form from list_offer;
comment on view list_offered is 'What lists are called for that are called for anything but visits. Null: none.';

alter table capacity_token add column form text not null default 'visit' check (form in ('visit', 'online', 'phone'));
alter table capacity_token alter column form drop default;

create function offer_of(centre int, list int) returns text stable language plpgsql as $$
begin
  return coalesce((select o.form from list_offer o where o.centre_id = centre and o.list_id = list), 'visit');
end $$;

-- The bodies that stand, with the kind of what is kept where a visit was meant.
do $$
declare
  change record;
  was text;
  becomes text;
begin
  for change in select * from (values
    ('capacity_forms(int, int[], date, int, text, text, bigint)', 'where of_form = ''visit'' and t.centre_id', 'where t.form = of_form and t.centre_id', 1),
    ('refuse_over_capacity()', 'where new.form = ''visit'' and t.centre_id', 'where t.form = new.form and t.centre_id', 2),
    ('reserve_visit(int, int, int, timestamptz)', 'busy boolean := false;', E'busy boolean := false;\n  of_form text := offer_of(centre, list);', 1),
    ('reserve_visit(int, int, int, timestamptz)', 't.until_at > app_now()', 't.until_at > app_now() and t.form = of_form', 1),
    ('reserve_visit(int, int, int, timestamptz)', ', 12, ''visit'')', ', 12, of_form)', 1),
    ('reserve_visit(int, int, int, timestamptz)', ', 1, ''visit'')', ', 1, of_form)', 1),
    ('reserve_visit(int, int, int, timestamptz)', 'visitor_id, week_on, until_at)', 'visitor_id, week_on, form, until_at)', 1),
    ('reserve_visit(int, int, int, timestamptz)', 'place.week_on, until)', 'place.week_on, of_form, until)', 1),
    ('reserve_visit(int, int, int, timestamptz)', 'week_on = excluded.week_on,', 'week_on = excluded.week_on, form = excluded.form,', 1)
  ) c (name, find, put, times) loop
    was := pg_get_functiondef(change.name::regprocedure);
    becomes := replace(was, change.find, change.put);
    if length(was) - length(replace(was, change.find, '')) <> change.times * length(change.find) then
      raise exception '% reads otherwise: %', change.name, change.find;
    end if;
    execute becomes;
  end loop;
end $$;
alter function reserve_visit(int, int, int, timestamptz) rename to reserve_meeting;
