-- As what somebody was here at which time: what he did as a caller stays a caller's, whatever he is now.
create view role_held with (security_invoker = true) as
with ended as (
  select f.centre_id, f.membership_id, f.role, f.ended_at,
    lag(f.ended_at) over (partition by f.centre_id, f.membership_id order by f.ended_at, f.id) as before_at
  from former_place f
)
select m.centre_id, m.person_id, e.role, coalesce(e.before_at, '-infinity') as from_at, e.ended_at as to_at
from membership m join ended e on e.centre_id = m.centre_id and e.membership_id = m.id
union all
select m.centre_id, m.person_id, m.role,
  coalesce((select max(f.ended_at) from former_place f where f.centre_id = m.centre_id and f.membership_id = m.id), '-infinity'), null
from membership m;
comment on view role_held is 'As what somebody was or is here, from when and until when. Null: to_at.';
