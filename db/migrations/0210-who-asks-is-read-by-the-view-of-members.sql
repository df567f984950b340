-- Rooms read each other's views, never tables: sign-in's sessions are its own, who someone is in the centre is told by the view of members.
create or replace function unsafe_asker_of_session(session_hash text, at timestamptz)
returns table (person_id int, centre_id int, school_id int, role text, language text)
language sql stable security definer set search_path = public as $$
  select m.person_id, m.centre_id, m.school_id, m.role, m.language
  from session s
  join member_now m on m.person_id = s.person_id and m.centre_id = s.centre_id
  where s.hash = session_hash and s.expires_at > at
$$;
