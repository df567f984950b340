-- A tip that goes on with another company has been visited, and has led to something, as it had before: what happened at the first is not undone by a new number.
alter table tip add column visited_before_at timestamptz;
alter table tip add column led_before_at timestamptz;
alter table tip add constraint tip_led_after_visit check (led_before_at is null or visited_before_at is not null);

create or replace view tip_reached with (security_invoker = true) as
select t.centre_id, t.id, t.partner_id, h.id as head_id, t.seen_at is not null as seen, v.visited_at is not null as visited,
  t.led_before_at is not null or (v.visited_at is not null and exists (
    select from promise_now p
    where p.centre_id = h.centre_id and p.cvr = h.cvr and p.made_at >= v.visited_at and (h.ended_at is null or p.made_at <= h.ended_at)
      and (p.company_id = h.company_id or h.join_key = h.cvr))) as led,
  h.ended_at is not null as ended, v.visited_at
from tip t
join tip h on h.centre_id = t.centre_id and h.id = coalesce(t.joined_to, t.id)
cross join lateral (
  select least(t.visited_before_at, (
    select min(r.visited_at) from visit_reported r
    where h.accepted_at is not null and r.centre_id = h.centre_id and r.cvr = h.cvr and r.visited_at >= greatest(t.given_at, h.accepted_at)
      and (h.ended_at is null or r.visited_at <= h.ended_at) and (r.company_id = h.company_id or h.join_key = h.cvr))) as visited_at
) v;
comment on view tip_reached is 'How far a tip is; joined ones as the one they are joined to. Null: visited_at.';

create or replace view tip_visit_news with (security_invoker = true) as
select t.centre_id, t.id as tip_id, b.id as booking_id, b.starts_at, b.form,
  array(
    select p.name from visitor_ever v join person_named p on p.id = v.person_id where v.centre_id = b.centre_id and v.booking_id = b.id order by p.name
  ) as visitors,
  n.news, n.at
from tip t
join tip_reached r on r.centre_id = t.centre_id and r.id = t.id and not r.led
-- The one that stands, else the latest that was agreed since somebody went on with it: another of the company that takes the place called off is not its own.
cross join lateral (
  select e.* from booking_ever e
  where e.centre_id = t.centre_id and e.cvr = t.cvr and e.booked_at >= t.accepted_at and (e.company_id = t.company_id or t.join_key = t.cvr)
  order by (e.cancelled_at is null and e.starts_at > app_now()) desc, e.booked_at desc, e.id desc limit 1
) b
cross join lateral (
  select 'off' as news, b.cancelled_at as at where b.cancelled_by is distinct from t.owner_id
  union all
  -- Who goes himself is asked by the meeting whether he has seen it.
  select 'moved', b.moved_at where b.cancelled_at is null and b.starts_at > app_now() and b.moved_by is distinct from t.owner_id and not exists (
    select from visitor_ever v where v.centre_id = b.centre_id and v.booking_id = b.id and v.person_id = t.owner_id)
) n
where t.owner_id is not null and t.ended_at is null and t.enquiry_id is null and n.at > coalesce(t.visit_seen_at, t.accepted_at);
