-- First run: whoever presses first makes the centre, the others find it there; one statement under a lock decides, and nothing is left behind.
create function unsafe_make_first_centre(name text, at timestamptz) returns int language plpgsql security definer set search_path = public as $$
declare
  made int;
begin
  perform pg_advisory_xact_lock(hashtext('tovholder first centre'));
  insert into centre (name, created_at)
    select unsafe_make_first_centre.name, unsafe_make_first_centre.at where not exists (select from centre)
    returning id into made;
  return made;
end $$;
