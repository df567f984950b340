-- Whoever of a school goes on with a company that it struck reads why it was struck: the school's own words, for the school alone.
create or replace view own_strike_now with (security_invoker = true) as
select s.centre_id, s.id, o.school_id, o.person_id, s.list_id, s.company_id, s.cvr, s.until_on, h.ended_at, o.reason
from strike_origin o
join strike s on s.centre_id = o.centre_id and s.id = o.strike_id
join hearing h on h.centre_id = s.centre_id and h.list_id = s.list_id
where s.undone_at is null and s.until_on > (select app_today()) and h.ended_at is not null;
