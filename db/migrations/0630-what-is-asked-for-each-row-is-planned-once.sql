-- A function in SQL that looks into tables and gives one value is planned anew in each statement that calls it (nothing of it can be put into the
-- statement around it): 0.4 ms in each hold, for what is answered in 0.01. In PL/pgSQL its plan is kept as long as the connection.
create or replace function holds_token(centre int, caller int, list int) returns boolean stable language plpgsql as $$
begin
  return not exists (select from list_capacity c where c.centre_id = centre and c.list_id = list and c.limited)
    or exists (select from capacity_token t where t.centre_id = centre and t.caller_id = caller and t.until_at > app_now());
end $$;

create or replace function token_follows(centre int, caller int, until timestamptz) returns void language plpgsql as $$
begin
  if until is null then
    delete from capacity_token t where t.centre_id = centre and t.caller_id = caller;
  else
    update capacity_token t set until_at = until where t.centre_id = centre and t.caller_id = caller;
  end if;
end $$;

create or replace function charge_talk(centre int, list int, company int, took double precision, ended timestamptz, at int) returns void language plpgsql as $$
begin
  insert into share_charge (centre_id, school_id, list_id, seconds, ended_at, call_centre_id)
  select centre, n.school_id, list, took / count(*) over (), ended, at
  from (select h.school_id from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company
    union all
    select null where not exists (select from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company)) n;
end $$;

create or replace function is_open_to(centre int, place int, of_cvr text, people int[], kind text) returns boolean stable language plpgsql as $$
begin
  return exists (
    select from contact_open_now o
    where o.centre_id = centre and o.cvr = of_cvr and o.person_id = any(people) and o.source_kind = kind
      and (o.company_id = place or o.cvr not in (select s.cvr from shared_leadership s where s.centre_id = centre)));
end $$;

create or replace function capacity_agreed(centre int, someone int, at_school int, week date, out meetings int, out a_day int)
  stable language plpgsql as $$
begin
  select coalesce(one.meetings, always.meetings), coalesce(one.a_day, always.a_day) into meetings, a_day
  from (select 1) nothing
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and s.one_week and s.from_on = week
      and s.taken_back_at is null
    order by s.id desc limit 1) one on true
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and not s.one_week
      and s.from_on <= week and (s.until_on is null or s.until_on > week)
      and s.taken_back_at is null
    order by s.id desc limit 1) always on true;
end $$;

create or replace function capacity_most(centre int, someone int, at_school int, week date, of_form text) returns int stable language plpgsql as $$
begin
  return (
    select case when one.said_id is not null then one.most else always.most end
    from (select 1) nothing
    left join lateral (
      select l.said_id, l.most from capacity_said s
      join capacity_limit l on l.centre_id = centre and l.said_id = s.id and l.form = of_form
      where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and s.one_week and s.from_on = week
        and s.taken_back_at is null
      order by s.id desc limit 1) one on true
    left join lateral (
      select l.most from (
        select s.id from capacity_said s
        where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and not s.one_week
          and s.from_on <= week and (s.until_on is null or s.until_on > week)
          and s.taken_back_at is null
        order by s.id desc limit 1) latest
      join capacity_limit l on l.centre_id = centre and l.said_id = latest.id and l.form = of_form) always on true);
end $$;

create or replace function write_turns(centre int, list int) returns void language plpgsql as $$
begin
  delete from queue_turn where centre_id = centre and list_id = list;
  insert into queue_turn (centre_id, list_id, company_id, account, ready_at, position)
  select q.centre_id, q.list_id, q.company_id, coalesce(n.school_id, 0), q.ready_at, q.position
  from queue_row q left join named_company n on n.centre_id = q.centre_id and n.list_id = q.list_id and n.company_id = q.company_id
  where q.centre_id = centre and q.list_id = list
    and exists (select from named_company h where h.centre_id = centre and h.list_id = list);
end $$;

create or replace function contact_key() returns bytea stable language plpgsql as $$
begin
  return (select app_school_key() where exists (
    select from school_contact s where s.centre_id = (select app_centre()) and s.school_id = (select app_school())));
end $$;
