-- A workplace that only a school's own file knows came under another CVR number, in a newer file or when the register came to know it: what was said at it was
-- lost with the old number. It moves as the register's do, in this centre alone.
create table own_place_move (
  centre_id int not null references centre (id),
  -- Apart from the register's numbers: a centre answers both in one table.
  id int not null generated always as identity (start with 1000000001),
  company_id int not null,
  from_cvr text not null,
  to_cvr text not null,
  moved_at timestamptz not null,
  primary key (centre_id, id)
);
call of_centre('own_place_move');
create index own_place_move_company on own_place_move (centre_id, company_id, id);

-- Where the register knows the place, the register says whose it is.
create function note_own_place_move() returns trigger language plpgsql as $$
begin
  insert into own_place_move (centre_id, company_id, from_cvr, to_cvr, moved_at)
  select n.centre_id, n.id, o.cvr, n.cvr, n.changed_at from after_rows n join before_rows o on o.centre_id = n.centre_id and o.id = n.id
  where n.cvr <> o.cvr and n.kind = 'workplace' and not exists (select from company c where c.id = n.id);
  return null;
end $$;
create trigger own_place_moves after update on own_place referencing old table as before_rows new table as after_rows
  for each statement execute function note_own_place_move();
create function note_own_place_registered() returns trigger language plpgsql as $$
begin
  insert into own_place_move (centre_id, company_id, from_cvr, to_cvr, moved_at)
  select o.centre_id, n.id, o.cvr, n.cvr, n.changed_at from after_rows n join own_place o on o.id = n.id
  where n.cvr <> o.cvr and n.kind = 'workplace' and o.name is not null;
  return null;
end $$;
create trigger own_places_registered after insert on company referencing new table as after_rows
  for each statement execute function note_own_place_registered();

-- The last move of each place, told without sorting all of them.
create or replace view place_moved with (security_invoker = true) as
  select m.id, m.company_id, m.from_cvr, m.to_cvr, m.moved_at
  from place_move m
  where not exists (select from place_move later where later.company_id = m.company_id and later.id > m.id)
    and not exists (select from own_place_move o where o.centre_id = (select app_centre()) and o.company_id = m.company_id and o.moved_at > m.moved_at)
  union all
  select o.id, o.company_id, o.from_cvr, o.to_cvr, o.moved_at
  from own_place_move o
  where o.centre_id = (select app_centre())
    and not exists (select from own_place_move later where later.centre_id = o.centre_id and later.company_id = o.company_id and later.id > o.id)
    and not exists (select from place_move m where m.company_id = o.company_id and m.moved_at >= o.moved_at);
comment on view place_moved is 'Workplaces that the register, or a file of this centre, has given to another company, and when; the last time. Null: none.';
