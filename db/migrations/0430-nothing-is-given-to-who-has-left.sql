-- Who left in the moment in which he was promised for, booked or given a company kept it, and nobody saw: leaving and giving now wait for each other.
create function must_be_here() returns trigger language plpgsql as $$
declare
  who constant int := (to_jsonb(new) ->> tg_argv[0])::int;
begin
  -- Another centre's row is refused by its policy, with the words for that.
  if who is null or new.centre_id is distinct from app_centre() then return new; end if;
  perform from membership m where m.centre_id = new.centre_id and m.person_id = who and m.left_at is null for share;
  if not found then
    raise exception 'who is to have it has left: %', tg_argv[0] using errcode = 'TV003';
  end if;
  return new;
end $$;
comment on function must_be_here() is 'Refuses (TV003) to give something to a person (the column that is named) who has left, and waits for one who is about to.';

create trigger promise_owner_is_here before insert on promise for each row
  when (new.kept_at is null and new.dropped_at is null and new.released_at is null) execute function must_be_here('owner_id');
create trigger promise_new_owner_is_here before update of owner_id on promise for each row
  when (new.owner_id is distinct from old.owner_id) execute function must_be_here('owner_id');
create trigger visitor_is_here before insert on booking_visitor for each row
  when (new.released_at is null) execute function must_be_here('person_id');
create trigger new_visitor_is_here before update of person_id on booking_visitor for each row
  when (new.person_id is distinct from old.person_id) execute function must_be_here('person_id');
create trigger regular_contact_is_here before insert on regular_contact for each row execute function must_be_here('person_id');
create trigger new_regular_contact_is_here before update of person_id on regular_contact for each row
  when (new.person_id is distinct from old.person_id) execute function must_be_here('person_id');
create trigger deputy_is_here before insert on regular_contact for each row execute function must_be_here('deputy_id');
create trigger new_deputy_is_here before update of deputy_id on regular_contact for each row
  when (new.deputy_id is distinct from old.deputy_id) execute function must_be_here('deputy_id');
create trigger enquiry_owner_is_here before insert on enquiry for each row execute function must_be_here('owner_id');
create trigger new_enquiry_owner_is_here before update of owner_id on enquiry for each row
  when (new.owner_id is distinct from old.owner_id) execute function must_be_here('owner_id');
