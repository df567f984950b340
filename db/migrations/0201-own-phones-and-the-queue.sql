-- What a centre's own files say of a company is noted for its queue, as what the register says is.
create function queue_own_changed() returns trigger language plpgsql as $$
begin
  insert into queue_note (centre_id, cvr)
  select q.centre_id, q.cvr from touched o join queue_row q on q.centre_id = o.centre_id and q.company_id = o.id
  union
  select q.centre_id, q.cvr from touched o join queue_row q on q.centre_id = o.centre_id and q.cvr = o.cvr;
  return null;
end $$;
create trigger queue_own_said after insert on own_place referencing new table as touched for each statement execute function queue_own_changed();
create trigger queue_own_changed after update on own_place referencing new table as touched for each statement execute function queue_own_changed();
create trigger queue_own_taken_back after delete on own_place referencing old table as touched for each statement execute function queue_own_changed();
