-- What a status word says is kept in its row: reckoned in each reading, the database took every company for one that has stopped, and judged accordingly slowly.
alter table company add column standing text not null generated always as (standing_of(status_text)) stored;
alter table own_place add column standing text not null generated always as (standing_of(status_text)) stored;
alter table own_company add column standing text;
update own_company set standing = standing_of(status_text);
comment on function standing_of is
  'alive, being-dissolved, bankrupt or ceased, by a status word. UNDER REKONSTRUKTION and UNDER REASSUMERING go on. Kept in `standing`: who changes it writes those anew.';

drop index company_standing, company_standing_cvr, own_place_standing, company_closed_or_protected;
create index company_standing on company (id) include (kind, cvr, standing, closed_on, status_since, changed_at) where standing <> 'alive';
create index own_place_standing on own_place (centre_id, id) where standing <> 'alive';
create index company_closed_or_protected on company (cvr) include (closed_on, protected, standing)
  where kind = 'company' and (closed_on is not null or protected or standing <> 'alive');

create or replace view place_standing with (security_invoker = true) as
  select c.id, c.kind, c.cvr, c.standing, c.status_since, coalesce(c.status_since::timestamp at time zone 'Europe/Copenhagen', c.changed_at) as since
  from company c
  where c.standing <> 'alive' and (c.closed_on is null or c.closed_on > (select app_today()))
  union all
  select o.id, o.kind, o.cvr, o.standing, o.status_since, coalesce(o.status_since::timestamp at time zone 'Europe/Copenhagen', o.changed_at)
  from own_place o
  where o.centre_id = (select app_centre()) and o.standing <> 'alive' and (o.closed_on is null or o.closed_on > (select app_today()))
    and not exists (select from company c where c.id = o.id and (c.closed_on <= (select app_today()) or c.standing <> 'alive'));

do $$
declare
  v text := rtrim(pg_get_viewdef('company_place'::regclass), ';');
begin
  if (length(v) - length(replace(v, ' AS own', ''))) / length(' AS own') <> 2 then raise exception 'company_place reads otherwise'; end if;
  v := replace(v, 'false AS own', $v$false AS own,
    coalesce(nullif(c.standing, 'alive'), (select o.standing from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), 'alive') as standing$v$);
  v := replace(v, 'true AS own', 'true AS own, o.standing');
  execute 'create or replace view company_place with (security_invoker = true) as ' || v;
end $$;
-- Each question to the centre's own file is planned wherever the view stands, asked or not: who judges reads no more than he needs.
create view place_key with (security_invoker = true) as
  select c.id, c.kind, c.cvr from company c
  union all
  select o.id, o.kind, o.cvr from own_company o;
comment on view place_key is 'Which company or workplace belongs to which CVR number, as the centre knows it. Null: none.';
create view place_fact with (security_invoker = true) as
  select c.id, c.kind, c.cvr, c.closed_on, c.changed_at,
    coalesce((select coalesce(o.said_phone, o.phone) from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.phone) as phone,
    c.protected or exists (select from own_place o where o.centre_id = (select app_centre()) and o.id = c.id and o.protected) as protected,
    coalesce(c.protected_seen_at, (select o.protected_seen_at from own_place o where o.centre_id = (select app_centre()) and o.id = c.id)) as protected_seen_at,
    coalesce(nullif(c.standing, 'alive'), (select o.standing from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), 'alive') as standing,
    case when c.standing <> 'alive' then c.status_since
         else (select o.status_since from own_place o where o.centre_id = (select app_centre()) and o.id = c.id) end as standing_since
  from company c
  union all
  select o.id, o.kind, o.cvr, o.closed_on, o.changed_at, coalesce(o.said_phone, o.phone), o.protected, o.protected_seen_at, o.standing, o.status_since
  from own_company o;
comment on view place_fact is
  'What decides whether a company or workplace may be contacted, of what `company_place` tells. Null: closed_on phone protected_seen_at standing_since.';

-- Legal companies that bar their workplaces by what the register says of them.
create or replace view legal_company_barred with (security_invoker = true) as
  select c.cvr, c.closed_on, c.protected, c.standing
  from company c
  where c.kind = 'company' and (c.closed_on is not null or c.protected or c.standing <> 'alive')
  union all
  select c.cvr, c.closed_on, o.protected, case when c.standing = 'alive' then o.standing else c.standing end
  from own_place o join company c on c.id = o.id and c.kind = 'company'
  where o.centre_id = (select app_centre()) and (o.protected or o.standing <> 'alive')
  union all
  select o.cvr, o.closed_on, o.protected, o.standing
  from own_company o
  where o.centre_id = (select app_centre()) and o.kind = 'company' and (o.closed_on is not null or o.protected or o.standing <> 'alive');
comment on view legal_company_barred is
  'Legal companies that have closed (or will), are protected, bankrupt or being dissolved, as the centre knows them; one may stand twice. Null: closed_on.';

-- The last move, told without sorting all of them.
create or replace view place_moved with (security_invoker = true) as
  select m.id, m.company_id, m.from_cvr, m.to_cvr, m.moved_at
  from place_move m
  where not exists (select from place_move later where later.company_id = m.company_id and later.id > m.id);

create or replace view moved_hindrance with (security_invoker = true) as
  select m.centre_id, v.id as move_id, place.id as company_id, place.cvr, m.kind, k.rank, k.word, k.stops, m.since, m.source_id, m.person_id, m.ends_at,
    m.whole and m.kind in ('wait', 'stop', 'regular-contact') as of_all, a.carried_at is not null as carried, a.holds
  from place_moved v
  join place_key place on place.id = v.company_id and place.cvr <> v.from_cvr
  join mark_reach m on m.cvr = v.from_cvr
  join hindrance_kind k on k.kind = m.kind
  left join move_answer a on a.centre_id = m.centre_id and a.move_id = v.id
  where k.stops <> '{}' and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
    and case when m.whole and m.kind in ('wait', 'stop', 'regular-contact') then m.since <= v.moved_at and a.holds is distinct from false
             else m.company_id = place.id end;

create or replace view hindrance_ever with (security_invoker = true) as
  select m.centre_id, place.id as company_id, place.cvr, m.kind, k.rank, k.word, k.stops, m.since, m.source_id, m.ends_at
  from mark_reach m
  join hindrance_kind k on k.kind = m.kind
  join place_key place on place.cvr = m.cvr and (m.whole or place.id = m.company_id)
  where k.stops <> '{}';

-- The judge, written whole again: a place's own facts and its company's are read with their rows, what was written down by its company or its place.
create or replace view hindrance_now with (security_invoker = true) as
  select h.centre_id, h.company_id, h.cvr, k.kind, k.rank, k.word, k.stops, h.since, h.source_id, h.person_id,
    case when h.ends_at > (select app_now()) then h.ends_at end as ends_at,
    case when h.ends_at > (select app_now()) then ((h.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end as until_on
  from (
    select m.centre_id, place.id as company_id, place.cvr, m.kind, m.since, m.source_id, m.person_id, m.ends_at
    from mark_reach m join place_key place on place.cvr = m.cvr and (m.whole or place.id = m.company_id)
    where m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing'
    union all
    -- A stop follows the number, to all but those whose places answer each for itself.
    select m.centre_id, place.id, place.cvr, m.kind, m.since, m.source_id, m.person_id, m.ends_at
    from mark_reach m join place_fact place on place.phone = m.phone and place.cvr <> m.cvr
    where m.kind = 'stop' and m.phone is not null and m.whole and (m.ends_at is null or m.ends_at > (select app_now()))
      and place.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))
    union all
    select h.centre_id, h.company_id, h.cvr, h.kind, h.since, h.source_id, h.person_id, h.ends_at from moved_hindrance h
    union all
    select centre.id, place.id, place.cvr, fact.kind, fact.since, place.id, null, null
    from place_fact place cross join centre_now centre cross join lateral (
      select case when place.closed_on <= (select app_today()) then 'ceased' else place.standing end as kind,
        coalesce(case when place.closed_on <= (select app_today()) then place.closed_on else place.standing_since end::timestamp at time zone 'Europe/Copenhagen',
                 place.changed_at) as since
      where place.closed_on <= (select app_today()) or place.standing <> 'alive'
      union all
      select 'protected', coalesce(place.protected_seen_at, place.changed_at)
      where place.protected and (place.closed_on <= (select app_today())) is not true
        and not exists (select from contact_basis b
                        where b.centre_id = centre.id and b.cvr = place.cvr and b.channel = 'phone' and b.withdrawn_at is null
                          and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = place.id))) fact
    union all
    -- What the register says of a company holds at each of its workplaces.
    select centre.id, place.id, place.cvr, fact.kind, fact.since, legal.id, null, null
    from place_fact legal join place_key place on place.cvr = legal.cvr and place.kind = 'workplace'
    cross join centre_now centre cross join lateral (
      select case when legal.closed_on <= (select app_today()) then 'ceased' else legal.standing end as kind,
        coalesce(case when legal.closed_on <= (select app_today()) then legal.closed_on else legal.standing_since end::timestamp at time zone 'Europe/Copenhagen',
                 legal.changed_at) as since
      where legal.closed_on <= (select app_today()) or legal.standing <> 'alive'
      union all
      select 'protected', coalesce(legal.protected_seen_at, legal.changed_at)
      where legal.protected and (legal.closed_on <= (select app_today())) is not true
        and not exists (select from contact_basis b
                        where b.centre_id = centre.id and b.cvr = place.cvr and b.channel = 'phone' and b.withdrawn_at is null
                          and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = place.id))) fact
    where legal.kind = 'company'
  ) h
  join hindrance_kind k on k.kind = h.kind
  where k.stops <> '{}';

create or replace view place_judged with (security_invoker = true) as
  select p.id, p.kind, p.cvr, p.p_number, p.name, p.street, p.postal_code, p.town, p.municipality, p.industry, p.industry_text, p.form_code, p.form,
    p.employees, p.employees_from, p.employees_to, p.phone, p.email, p.email_domain, p.website, p.started_on, p.closed_on, p.status_text, p.protected,
    p.protected_seen_at, p.register_changed_at, p.changed_at, p.sought, p.own,
    case when p.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
         when p.standing <> 'alive' and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = p.standing) then true
         else p.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
           and not exists (select from contact_basis b
                           where b.centre_id = (select app_centre()) and b.cvr = p.cvr and b.channel = 'phone' and b.withdrawn_at is null
                             and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = p.id)) end
    or p.kind = 'workplace' and coalesce((
      select bool_or(
        case when legal.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
             when legal.standing <> 'alive' and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = legal.standing) then true
             else legal.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
               and not exists (select from contact_basis b
                               where b.centre_id = (select app_centre()) and b.cvr = legal.cvr and b.channel = 'phone' and b.withdrawn_at is null
                                 and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = p.id)) end)
      from place_fact legal
      where legal.cvr = p.cvr and legal.kind = 'company'), false)
    or exists (
      select from mark_reach m join hindrance_kind k on k.kind = m.kind
      where m.centre_id = (select app_centre()) and m.cvr = p.cvr and (m.whole or m.company_id = p.id) and 'outreach' = any(k.stops)
        and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing'))
    or exists (
      select from mark_reach m join hindrance_kind k on k.kind = m.kind
      where m.phone = p.phone and m.centre_id = (select app_centre()) and m.kind = 'stop' and m.phone is not null and m.whole
        and p.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))
        and 'outreach' = any(k.stops) and (m.ends_at is null or m.ends_at > (select app_now())))
    or exists (select from moved_hindrance h where h.company_id = p.id and 'outreach' = any(h.stops)) as hindered
  from company_place p;

-- Of all the register: what bars is gathered first, once by company and once by place.
create or replace view place_weighed with (security_invoker = true) as
  select p.id, p.kind, p.cvr, p.p_number, p.name, p.street, p.postal_code, p.town, p.municipality, p.industry, p.industry_text, p.form_code, p.form,
    p.employees, p.employees_from, p.employees_to, p.phone, p.email, p.email_domain, p.website, p.started_on, p.closed_on, p.status_text, p.protected,
    p.protected_seen_at, p.register_changed_at, p.changed_at, p.sought, p.own,
    p.rank is not null as hindered, p.rank
  from (
    select p.*, least(
      case when p.closed_on <= (select app_today()) then (select k.rank from hindrance_kind k where k.kind = 'ceased' and 'outreach' = any(k.stops)) end,
      case when (p.protected or of_all.protected)
             and p.cvr not in (select b.cvr from contact_basis_now b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.company_id is null)
             and p.id not in (select b.company_id from contact_basis_now b
                              where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.company_id is not null)
           then (select k.rank from hindrance_kind k where k.kind = 'protected' and 'outreach' = any(k.stops)) end,
      of_all.rank, here.rank) as rank
    from company_place p
    left join (
      select t.cvr, min(t.rank) as rank, bool_or(t.protected) as protected
      from (
        select l.cvr, l.protected, least(
          case when l.closed_on <= (select app_today()) then (select k.rank from hindrance_kind k where k.kind = 'ceased' and 'outreach' = any(k.stops)) end,
          case when l.standing <> 'alive' then (select k.rank from hindrance_kind k where k.kind = l.standing and 'outreach' = any(k.stops)) end) as rank
        from legal_company_barred l
        union all
        select m.cvr, false, k.rank
        from mark_reach m join hindrance_kind k on k.kind = m.kind
        where m.centre_id = (select app_centre()) and m.whole and 'outreach' = any(k.stops)
          and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
      ) t
      group by t.cvr
    ) of_all on of_all.cvr = p.cvr
    left join (
      select t.company_id, t.cvr, min(t.rank) as rank
      from (
        select m.company_id, m.cvr, k.rank
        from mark_reach m join hindrance_kind k on k.kind = m.kind
        where m.centre_id = (select app_centre()) and not m.whole and m.company_id is not null and 'outreach' = any(k.stops)
          and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
        union all
        select place.id, place.cvr, k.rank
        from mark_reach m join hindrance_kind k on k.kind = m.kind
        cross join lateral (select n.id from place_phone n where n.phone = m.phone offset 0) n
        join place_key place on place.id = n.id
        where m.centre_id = (select app_centre()) and m.kind = 'stop' and m.phone is not null and m.whole and 'outreach' = any(k.stops)
          and (m.ends_at is null or m.ends_at > (select app_now()))
          and place.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))
        union all
        select h.company_id, h.cvr, h.rank from moved_hindrance h where 'outreach' = any(h.stops)
        union all
        select s.id, s.cvr, k.rank from place_standing s join hindrance_kind k on k.kind = s.standing and 'outreach' = any(k.stops)
      ) t
      group by t.company_id, t.cvr
    ) here on here.company_id = p.id and here.cvr = p.cvr
  ) p;
drop view standing_hindrance;

-- The queue reads the same few facts of its companies.
do $$
declare
  body text := pg_get_functiondef('queue_judged(int, text[])'::regprocedure);
begin
  if (length(body) - length(replace(body, 'join company_place ', ''))) / length('join company_place ') <> 2 then raise exception 'queue_judged reads otherwise'; end if;
  execute replace(body, 'join company_place ', 'join place_fact ');
end $$;

-- How few rows come back was forgotten when the function was last written, and the whole queue was read for each company; now it is asked by its number too.
alter function queue_judged(int, text[]) rows 10;
create or replace function judge_queue(centre int, cvrs text[]) returns void language plpgsql as $$
declare
  few constant boolean := cardinality(cvrs) <= 20;
  mode constant text := current_setting('plan_cache_mode');
begin
  if few then perform set_config('plan_cache_mode', 'force_generic_plan', true); end if;
  perform from queue_row q where q.centre_id = centre and q.cvr = any(cvrs) order by q.list_id, q.company_id for update;
  if found then
    update queue_row q
    set phone = j.phone, due_at = j.due_at, ready_at = j.ready_at, hindrance = j.hindrance, ends_at = j.ends_at, check_at = j.check_at
    from queue_judged(centre, cvrs) j
    where q.centre_id = centre and q.cvr = any(cvrs) and q.list_id = j.list_id and q.company_id = j.company_id
      and (q.phone, q.due_at, q.ready_at, q.hindrance, q.ends_at, q.check_at)
        is distinct from (j.phone, j.due_at, j.ready_at, j.hindrance, j.ends_at, j.check_at);
  end if;
  if few then perform set_config('plan_cache_mode', mode, true); end if;
end $$;

-- A mark that is written tells three triggers, of which mostly two have nothing to tell.
create or replace function queue_marked() returns trigger language plpgsql as $$
begin
  if not exists (select from touched) then return null; end if;
  perform queue_touched(t.centre_id, t.cvrs) from (
    select q.centre_id, array_agg(distinct q.cvr) as cvrs
    from (
      select q.centre_id, q.cvr from touched m join kind_that_stops k on k.kind = m.kind
      join queue_row q on q.centre_id = m.centre_id and q.cvr = m.cvr
      union all
      select q.centre_id, q.cvr from touched m join kind_that_stops k on k.kind = m.kind
      join queue_row q on q.centre_id = m.centre_id and q.phone = m.phone
    ) q
    group by q.centre_id
  ) t;
  return null;
end $$;
