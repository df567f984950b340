-- A workplace that this centre's own file knows, and that another centre's import brought into the register under another number, did not move here: the trigger
-- saw the rows of whoever imported alone. As with whose own it is no more (`unsafe_own_companies_follow`), every centre's rows follow the register.
drop trigger own_places_registered on company;
drop function note_own_place_registered();
create function unsafe_note_own_places_registered() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into own_place_move (centre_id, company_id, from_cvr, to_cvr, moved_at)
  select o.centre_id, n.id, o.cvr, n.cvr, n.changed_at from after_rows n join own_place o on o.id = n.id
  where n.cvr <> o.cvr and n.kind = 'workplace' and o.name is not null;
  return null;
end $$;
create trigger own_places_registered after insert on company referencing new table as after_rows
  for each statement execute function unsafe_note_own_places_registered();
