-- A list of companies said "sorted out" to the school that itself struck the company, while its card and the engine said it may: whoever asks for many hands in
-- the strikes that are his own school's.
drop function longest_hindrances(int, int[]);
drop function heaviest_hindrances(int, int[]);

-- Of each of these places the reason not to turn to them that holds longest; `besides`: strikes that are no hindrance to who asks. Their plans are kept.
create function longest_hindrances(centre int, places int[], besides int[])
  returns table (company_id int, word text, until_on date)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select distinct on (h.company_id) h.company_id, h.word, h.until_on
  from hindrance_now h
  where h.centre_id = centre and h.company_id = any(places) and 'outreach' = any(h.stops) and not (h.kind = 'strike' and h.source_id = any(besides))
  order by h.company_id, h.until_on desc nulls first, h.rank;
end $$;
-- The same, by weight; of a few.
create function heaviest_hindrances(centre int, places int[], besides int[])
  returns table (company_id int, word text, until_on date)
  language sql stable rows 20 as $$
  select distinct on (h.company_id) h.company_id, h.word, ((h.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1
  from hindrances_of(centre, places) h
  where h.holds and 'outreach' = any(h.stops) and not (h.kind = 'strike' and h.source_id = any(besides))
  order by h.company_id, h.rank, h.ends_at desc nulls first
$$;

-- Of the places that the own school struck, those that nothing else holds against; nobody else's context sees a strike's origin.
create function struck_and_open(centre int) returns table (company_id int)
  language plpgsql stable rows 100 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  strikes constant int[] := array(select s.id from own_strike_now s where s.centre_id = centre);
  places int[];
begin
  if cardinality(strikes) = 0 then return; end if;
  places := array(
    select s.company_id from own_strike_now s where s.centre_id = centre
    union select p.id from own_strike_now s join place_key p on p.cvr = s.cvr where s.centre_id = centre);
  return query
  select p.id from unnest(places) p (id) where p.id not in (select h.company_id from longest_hindrances(centre, places, strikes) h);
end $$;
