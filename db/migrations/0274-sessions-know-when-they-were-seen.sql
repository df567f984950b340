-- A browser that nobody uses is signed out: a session ends after a month, and after a week without use.
alter table session add last_seen_at timestamptz;
update session set last_seen_at = greatest(created_at, least(app_now(), expires_at));
alter table session alter last_seen_at set not null;

drop function unsafe_asker_of_session(text, timestamptz);
create function unsafe_asker_of_session(session_hash text, at timestamptz)
returns table (person_id int, centre_id int, school_id int, role text, language text, unseen boolean)
language sql stable security definer set search_path = public as $$
  select m.person_id, m.centre_id, m.school_id, m.role, m.language,
         s.last_seen_at not between at - interval '10 minutes' and at
  from session s
  join member_now m on m.person_id = s.person_id and m.centre_id = s.centre_id
  where s.hash = session_hash and s.expires_at > at and s.last_seen_at > at - interval '7 days'
$$;
