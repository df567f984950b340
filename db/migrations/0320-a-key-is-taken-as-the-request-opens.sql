-- A request that names itself takes its name as it opens, in the message that tells who asks: one round trip less for each change.
create function take_key(asked_operation text, asked_key text)
  returns table (running boolean, request_hash text, status int, answer text)
  language plpgsql
as $$
begin
  if not pg_try_advisory_xact_lock(hashtext(concat_ws(' ', app_centre(), coalesce(app_person(), 0), asked_operation)), hashtext(asked_key)) then
    return query select true, null::text, null::int, null::text;
    return;
  end if;
  return query
    select false, i.request_hash, i.status, i.answer #>> '{}' from idempotency i
    where i.centre_id = app_centre() and i.person_id = coalesce(app_person(), 0) and i.operation = asked_operation and i.key = asked_key
      and i.created_at > app_now() - interval '24 hours';
  if not found then
    return query select false, null::text, null::int, null::text;
  end if;
end $$;
