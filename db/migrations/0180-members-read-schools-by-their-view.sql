-- Rooms read each other's views, never tables: members joined the table of schools.
create or replace view member_ever with (security_invoker = true) as
  select m.centre_id, m.id as member_id, m.person_id, p.name, p.email, p.language, m.role, m.school_id, s.name as school, s.municipality,
         m.title, m.phone, m.knows, m.joined_at, m.left_at
  from membership m
  join person p on p.id = m.person_id
  left join school_now s on s.centre_id = m.centre_id and s.id = m.school_id;
