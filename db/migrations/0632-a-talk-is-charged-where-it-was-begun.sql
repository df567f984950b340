-- A talk belongs to the call centre in which its caller was when it began: who is moved, or whose bureau closes, talks to the end.
drop function charge_talk(int, int, int, double precision, timestamptz);
create function charge_talk(centre int, caller int, list int, company int, taken timestamptz, ended timestamptz) returns void language plpgsql as $$
begin
  insert into share_charge (centre_id, school_id, list_id, seconds, ended_at, call_centre_id)
  select centre, n.school_id, list, greatest(1, extract(epoch from ended - taken))::double precision / count(*) over (), ended,
    (select p.call_centre_id from placed_ever p
     where p.centre_id = centre and p.person_id = caller and p.from_at <= taken and (p.to_at is null or p.to_at > taken)
     order by p.from_at desc limit 1)
  from (select h.school_id from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company
    union all
    select null where not exists (select from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company)) n;
end $$;

create or replace function queue_token() returns trigger language plpgsql as $$
begin
  perform token_follows(old.centre_id, old.person_id, case when tg_op = 'UPDATE' then new.expires_at end);
  if tg_op = 'DELETE' and old.list_id is not null and old.charged then
    perform charge_talk(old.centre_id, old.person_id, old.list_id, old.company_id, old.taken_at, least(app_now(), old.expires_at));
  end if;
  return null;
end $$;
