-- Who asks is looked up with every request: a function in PL/pgSQL keeps its plan for the connection, one in SQL makes it anew each time.
create or replace function unsafe_asker_of_session(session_hash text, at timestamptz)
  returns table (person_id int, centre_id int, school_id int, school_waits boolean, role text, language text, proved_at timestamptz, unseen boolean)
  language plpgsql stable security definer set search_path = public
as $$
#variable_conflict use_column
begin
  return query
    select m.person_id, m.centre_id, case when not m.school_waits then m.school_id end, m.school_waits, m.role, m.language, s.proved_at,
           s.last_seen_at not between at - interval '10 minutes' and at
    from session s
    join member_now m on m.person_id = s.person_id and m.centre_id = s.centre_id
    where s.hash = session_hash and s.expires_at > at and s.last_seen_at > at - interval '7 days';
end $$;

create or replace function unsafe_asker_of_token(token_hash text, at timestamptz)
  returns table (person_id int, centre_id int, school_id int, school_waits boolean, role text, language text, token_id int, scope text, unseen boolean)
  language plpgsql stable security definer set search_path = public
as $$
#variable_conflict use_column
begin
  return query
    select m.person_id, m.centre_id, case when not m.school_waits then m.school_id end, m.school_waits, m.role, m.language, t.id, t.scope,
           t.last_used_at is null or t.last_used_at not between at - interval '1 minute' and at
    from token t
    join member_now m on m.person_id = t.person_id and m.centre_id = t.centre_id
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > at;
end $$;
