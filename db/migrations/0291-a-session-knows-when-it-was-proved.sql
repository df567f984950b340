-- Before a role is granted the password is asked again: an open browser that somebody left is no proof for long.
alter table session add proved_at timestamptz;
update session set proved_at = created_at;
alter table session alter proved_at set not null;

drop function unsafe_asker_of_session(text, timestamptz);
create function unsafe_asker_of_session(session_hash text, at timestamptz)
returns table (person_id int, centre_id int, school_id int, school_waits boolean, role text, language text, proved_at timestamptz, unseen boolean)
language sql stable security definer set search_path = public as $$
  select m.person_id, m.centre_id, case when not m.school_waits then m.school_id end, m.school_waits, m.role, m.language, s.proved_at,
         s.last_seen_at not between at - interval '10 minutes' and at
  from session s
  join member_now m on m.person_id = s.person_id and m.centre_id = s.centre_id
  where s.hash = session_hash and s.expires_at > at and s.last_seen_at > at - interval '7 days'
$$;
