-- A school strikes a company to go on with it itself, and was refused its own meeting and its own call as everybody else: a strike is against the others. Who asks
-- as another school, or as none, sees no strike's origin, and is refused as before.
do $$
declare
  booking constant text := pg_get_functiondef('refuse_booking_on_hindered'::regproc);
  hold constant text := pg_get_functiondef('refuse_hold_on_hindered'::regproc);
  met constant text := 'where new.purpose = any(h.stops) and h.kind <> ''meeting''';
  called constant text := 'where h.centre_id = new.centre_id and h.company_id = new.company_id and ''outreach'' = any(h.stops)';
  own constant text := E'\n    -- What the own school struck is kept from the others.\n    and not (h.kind = ''strike'' and exists (select from own_strike_now s where s.centre_id = new.centre_id and s.id = h.source_id))';
begin
  if strpos(booking, met) = 0 or strpos(hold, called) = 0 then raise exception 'the guards read otherwise'; end if;
  execute replace(booking, met, met || own);
  execute replace(hold, called, called || own);
end $$;
