-- Where somebody stands in each of the five fields of competence, as he says it to himself: a step in words, and words of his own. Nobody else's
-- context sees, counts or changes a row, the house's own neither; no view and no function reads it (`only-mine.test.ts`).
create table own_step (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  field text not null check (field in ('offers', 'rules', 'companies', 'listening', 'dialogue')),
  step text check (step in ('new', 'little', 'managing', 'sure', 'showing')),
  words text not null,
  version uuid not null,
  said_at timestamptz not null,
  primary key (centre_id, person_id, field)
);

-- Trade areas that somebody was asked about, and does not share.
create table declined_trade (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  trade text not null,
  declined_at timestamptz not null,
  primary key (centre_id, person_id, trade)
);

-- The template for what a person keeps to himself.
create procedure of_person(tbl regclass) language plpgsql as $$
declare
  mine constant text := 'centre_id = (select app_centre()) and person_id = (select app_person())';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy own_reads on %s for select using (%s)', tbl, mine);
  execute format('create policy own_adds on %s for insert with check (%s)', tbl, mine);
  execute format('create policy own_changes on %s for update using (%s) with check (%s)', tbl, mine, mine);
  execute format('create policy own_removes on %s for delete using (%s)', tbl, mine);
end $$;
call of_person('own_step');
call of_person('declined_trade');

-- Nothing is kept of who leaves, nor of what is said in the moment in which he does.
create trigger step_owner_is_here before insert on own_step for each row execute function must_be_here('person_id');
create trigger decliner_is_here before insert on declined_trade for each row execute function must_be_here('person_id');

-- Whoever sends him away cannot see the rows: they go with the place, and so do those of who comes to visit no companies, whose page is no longer his
-- to open. It only deletes, only of the membership in hand, and tells nothing.
create function unsafe_own_steps_go() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from own_step where centre_id = new.centre_id and person_id = new.person_id;
  delete from declined_trade where centre_id = new.centre_id and person_id = new.person_id;
  return null;
end $$;
create trigger own_steps_go after update of left_at, role on membership for each row
  when (new.left_at is not null or new.role not in ('coordinator', 'consultant')) execute function unsafe_own_steps_go();
