-- Who knows a struck company, by the school's own list, is asked to take it, before who struck it; whoever takes it may say what and by when.
alter table strike_origin add column asked_id int references person (id);
create index strike_origin_asked on strike_origin (asked_id) where asked_id is not null;
alter table struck_taking add column what text not null default '';
alter table struck_taking add column due_on date;

create or replace view own_strike_now with (security_invoker = true) as
select s.centre_id, s.id, o.school_id, o.person_id, s.list_id, s.company_id, s.cvr, s.until_on, h.ended_at, o.reason, o.asked_id
from strike_origin o
join strike s on s.centre_id = o.centre_id and s.id = o.strike_id
join hearing h on h.centre_id = s.centre_id and h.list_id = s.list_id
where s.undone_at is null and s.until_on > (select app_today()) and h.ended_at is not null;
comment on view own_strike_now is 'What the own school struck in hearings that have ended, as long as it holds; asked: who knows it. Null: asked_id.';

create or replace view struck_companies_waiting with (security_invoker = true) as
  with free as (
    select n.centre_id, n.id, n.school_id, n.list_id, n.person_id, n.ended_at, l.name as list, p.name as company, h.person_id as striker, m.name as who,
      a.person_id as asked, a.name as knows
    from own_strike_now n
    join list_now l on l.centre_id = n.centre_id and l.id = n.list_id
    join company_place p on p.id = n.company_id
    left join member_now m on m.centre_id = n.centre_id and m.person_id = n.person_id
    left join hearer_now h on h.centre_id = n.centre_id and h.person_id = n.person_id and h.school_id = n.school_id
    left join hearer_now a on a.centre_id = n.centre_id and a.person_id = n.asked_id and a.school_id = n.school_id and a.person_id <> n.person_id
    where not exists (
      select from struck_taking t
      join hearer_now x on x.centre_id = t.centre_id and x.person_id = t.person_id and x.school_id = n.school_id
      where t.centre_id = n.centre_id and t.strike_id = n.id)
  )
  select f.centre_id, 'struck-yours' as kind, f.list_id as source_id, null::int as company_id,
    -- Of whom struck it and answers for the school no more, its others are asked.
    case when f.striker is null then null else f.person_id end as person_id, f.school_id, 'hears' as role,
    min(f.ended_at) as from_at, null::date as due_on, null::timestamptz as due_at,
    jsonb_build_object('count', count(*), 'list', f.list, 'company', min(f.company), 'who', coalesce(f.who, ''),
      'mine', (f.striker is not distinct from (select app_person()))::int) as "values"
  from free f where f.asked is null
  group by f.centre_id, f.list_id, f.person_id, f.striker, f.who, f.school_id, f.list
  union all
  select f.centre_id, 'struck-known', f.list_id, null, f.asked, f.school_id, 'hears', min(f.ended_at), null, null,
    jsonb_build_object('count', count(*), 'list', f.list, 'company', min(f.company), 'who', coalesce(string_agg(distinct f.who, ', '), ''), 'knows', min(f.knows),
      'mine', (f.asked is not distinct from (select app_person()))::int)
  from free f where f.asked is not null
  group by f.centre_id, f.list_id, f.asked, f.school_id, f.list
  union all
  -- What was meant to be done by a day, until somebody has spoken with them.
  select n.centre_id, 'struck-planned', n.id, n.company_id, t.person_id, n.school_id, 'hears', t.taken_at, t.due_on, null,
    jsonb_build_object('company', p.name, 'what', t.what, 'list', l.name)
  from own_strike_now n
  join struck_taking t on t.centre_id = n.centre_id and t.strike_id = n.id
  join hearer_now x on x.centre_id = t.centre_id and x.person_id = t.person_id and x.school_id = n.school_id
  join list_now l on l.centre_id = n.centre_id and l.id = n.list_id
  join company_place p on p.id = n.company_id
  where t.due_on is not null
    and not exists (select from contact_made k where k.centre_id = n.centre_id and k.cvr = n.cvr and (k.whole or k.company_id = n.company_id) and k.at >= t.taken_at);
comment on view struck_companies_waiting is 'Companies that the own school struck and nobody of it goes on with, and what was meant to be done with one by a day. Null: company_id person_id due_on due_at.';

-- Struck once, in a hearing that has ended; free again, and spoken with by nobody. What is struck in a hearing that runs moves nothing here.
create view lapsed_strike with (security_invoker = true) as
select s.centre_id, s.id, s.list_id, s.company_id, s.cvr, s.until_on,
  exists (select from strike_origin o where o.centre_id = s.centre_id and o.strike_id = s.id) as own
from strike s
join hearing h on h.centre_id = s.centre_id and h.list_id = s.list_id
join company_place p on p.id = s.company_id
where s.undone_at is null and h.ended_at is not null and p.closed_on is null
  and s.until_on <= (select app_today()) and s.until_on > (select app_today()) - 365
  and not exists (
    select from strike t join hearing g on g.centre_id = t.centre_id and g.list_id = t.list_id
    where t.centre_id = s.centre_id and t.cvr = s.cvr and t.company_id = s.company_id and t.undone_at is null and t.until_on > (select app_today()) and g.ended_at is not null)
  and not exists (
    select from contact_made k where k.centre_id = s.centre_id and k.cvr = s.cvr and (k.whole or k.company_id = s.company_id) and k.at >= s.struck_at);
comment on view lapsed_strike is 'Struck companies that may be called again and that nobody has spoken with since, for a year; own: the own school struck it. Null: none.';
