-- Whether a place may be called was asked by finding all that may not: a page of those that may took as long as judging the whole register.

-- A company or workplace, and whether anything holds against outreach today: the same as a row of `hindrance_now` that stops it, asked of the place at hand
-- (`glance.test.ts` compares them). For lists and counts; why, and until when, says `hindrance_now`.
create view place_judged with (security_invoker = true) as
select p.*,
  case when p.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
       else p.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
         and not exists (select from contact_basis b where b.centre_id = (select app_centre()) and b.cvr = p.cvr and b.withdrawn_at is null) end
  or p.kind = 'workplace' and coalesce((
    select bool_or(case when legal.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
                else legal.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
                  and not exists (select from contact_basis b where b.centre_id = (select app_centre()) and b.cvr = legal.cvr and b.withdrawn_at is null) end)
    from company_place legal where legal.cvr = p.cvr and legal.kind = 'company'), false)
  or exists (
    select from contact_mark m join hindrance_kind k on k.kind = m.kind
    where m.centre_id = (select app_centre()) and m.cvr = p.cvr and (m.whole or m.company_id = p.id) and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')) as hindered
from company_place p;
comment on view place_judged is 'A company or workplace as `company_place`, and whether anything holds against outreach today. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at.';

-- Of each of these places what keeps from outreach the longest, if anything does. A function, because its plan is kept: planning the judge took longer
-- than judging a page.
create function longest_hindrances(centre int, places int[])
  returns table (company_id int, word text, until_on date)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select distinct on (h.company_id) h.company_id, h.word, h.until_on
  from hindrance_now h
  where h.centre_id = centre and h.company_id = any(places) and 'outreach' = any(h.stops)
  order by h.company_id, h.until_on desc nulls first, h.rank;
end $$;
