-- Counting who may be called judged each place for itself; most of a count is the same few sets, made once: the companies that the register bars, the marks.

-- The few legal companies that the register bars, or will: their workplaces ask of them.
create index company_closed_or_protected on company (cvr) include (closed_on, protected)
  where kind = 'company' and (closed_on is not null or protected);
create view legal_company_barred with (security_invoker = true) as
  select c.cvr, c.closed_on, c.protected from company c where c.kind = 'company' and (c.closed_on is not null or c.protected)
  union all
  select c.cvr, c.closed_on, true from own_place o join company c on c.id = o.id and c.kind = 'company'
  where o.centre_id = (select app_centre()) and o.protected
  union all
  select o.cvr, o.closed_on, o.protected from own_company o
  where o.centre_id = (select app_centre()) and o.kind = 'company' and (o.closed_on is not null or o.protected);
comment on view legal_company_barred is 'Legal companies that have closed (or will) or are protected, as the centre knows them; one may stand twice. Null: closed_on.';

-- Word and rank of whatever stops something, for who has weighed the places and wants to say why.
create or replace view kind_that_stops with (security_invoker = true) as select kind, rank, word from hindrance_kind where stops <> '{}';

-- The same as `place_judged`, for who asks of the whole register: `hindered` by sets made once, and the heaviest hindrance's `rank` by joins that fall away
-- when nobody asks for it (`may-contact.test.ts` compares both with `hindrance_now`).
create view place_weighed with (security_invoker = true) as
select p.*,
  case when p.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
       else p.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
         and p.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.withdrawn_at is null) end
  or p.kind = 'workplace' and p.cvr in (
    select l.cvr from legal_company_barred l
    where case when l.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
               else l.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
                 and l.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.withdrawn_at is null) end)
  or p.cvr in (
    select m.cvr from contact_mark m join hindrance_kind k on k.kind = m.kind
    where m.centre_id = (select app_centre()) and m.whole and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing'))
  or (p.id, p.cvr) in (
    select m.company_id, m.cvr from contact_mark m join hindrance_kind k on k.kind = m.kind
    where m.centre_id = (select app_centre()) and not m.whole and m.company_id is not null and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')) as hindered,
  least(
    case when p.closed_on <= (select app_today()) then (select k.rank from hindrance_kind k where k.kind = 'ceased' and 'outreach' = any(k.stops))
         when p.protected and p.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.withdrawn_at is null)
           then (select k.rank from hindrance_kind k where k.kind = 'protected' and 'outreach' = any(k.stops)) end,
    legal.rank, whole.rank, here.rank) as rank
from company_place p
left join (
  select l.cvr, min(
    case when l.closed_on <= (select app_today()) then (select k.rank from hindrance_kind k where k.kind = 'ceased' and 'outreach' = any(k.stops))
         when l.protected and l.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.withdrawn_at is null)
           then (select k.rank from hindrance_kind k where k.kind = 'protected' and 'outreach' = any(k.stops)) end) as rank
  from legal_company_barred l group by l.cvr
) legal on legal.cvr = p.cvr and p.kind = 'workplace'
left join (
  select m.cvr, min(k.rank) as rank from contact_mark m join hindrance_kind k on k.kind = m.kind
  where m.centre_id = (select app_centre()) and m.whole and 'outreach' = any(k.stops)
    and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
  group by m.cvr
) whole on whole.cvr = p.cvr
left join (
  select m.company_id, m.cvr, min(k.rank) as rank from contact_mark m join hindrance_kind k on k.kind = m.kind
  where m.centre_id = (select app_centre()) and not m.whole and 'outreach' = any(k.stops)
    and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
  group by m.company_id, m.cvr
) here on here.company_id = p.id and here.cvr = p.cvr;
comment on view place_weighed is 'A company or workplace as `company_place`, whether anything holds against outreach today, and the rank of the heaviest; for counts. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at rank.';

-- Of each of these places what weighs heaviest against outreach, if anything does. Its plan is kept, as that of `longest_hindrances`.
create function heaviest_hindrances(centre int, places int[])
  returns table (company_id int, word text, until_on date)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select distinct on (h.company_id) h.company_id, h.word, h.until_on
  from hindrance_now h
  where h.centre_id = centre and h.company_id = any(places) and 'outreach' = any(h.stops)
  order by h.company_id, h.rank, h.until_on desc nulls first;
end $$;

-- As with every key that points to a centre.
create index password_link_centre on password_link (centre_id);
