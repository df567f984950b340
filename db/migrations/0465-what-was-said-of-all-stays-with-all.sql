-- A yes to "does it hold here too?" took what was said at the place, of all the old company, away from the old company: its other workplaces could be called. Now
-- the place gets its own of it and the old company keeps its own; what was said elsewhere in the old company goes on as before.
create or replace view moved_hindrance with (security_invoker = true) as
  select m.centre_id, v.id as move_id, place.id as company_id, place.cvr, m.kind, k.rank, k.word, k.stops, m.since, m.source_id, m.person_id, m.ends_at,
    m.whole and m.kind in ('wait', 'stop', 'regular-contact') as of_all, a.carried_at is not null as carried, a.holds
  from place_moved v
  join place_key place on place.id = v.company_id and place.cvr <> v.from_cvr
  join mark_reach m on m.cvr = v.from_cvr
  join hindrance_kind k on k.kind = m.kind
  left join move_answer a on a.centre_id = m.centre_id and a.move_id = v.id
  where k.stops <> '{}' and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
    and case when m.whole and m.kind in ('wait', 'stop', 'regular-contact')
             then m.since <= v.moved_at
               and (a.holds is null or (a.holds and m.kind <> 'regular-contact' and m.company_id is distinct from place.id))
             else m.company_id = place.id end;
