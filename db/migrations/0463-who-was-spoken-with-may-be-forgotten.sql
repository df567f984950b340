-- A call is never changed, but for the name of who was spoken with: whoever of the company wishes to be forgotten stood on in his calls. It can be taken away, and
-- nothing else (`db/grants.sql` lets the application write that column alone).
create function refuse_changed_call() returns trigger language plpgsql as $$
begin
  if new.spoke_with <> '' then
    raise exception 'a call is never changed';
  end if;
  return new;
end $$;
create trigger call_only_forgets before update of spoke_with on call for each row execute function refuse_changed_call();
