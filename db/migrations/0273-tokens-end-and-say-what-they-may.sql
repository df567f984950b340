-- A token ends by itself, says whether it only reads, and has a number that tells nothing of how many others there are.
alter table token add number uuid not null default gen_random_uuid() unique;
alter table token add expires_at timestamptz;
alter table token add scope text not null default 'read-and-write' check (scope in ('read', 'read-and-write'));
-- Programs that run today go on for a year from now.
update token set expires_at = app_now() + interval '1 year';
alter table token alter expires_at set not null;
alter table token alter scope drop default;

drop function unsafe_asker_of_token(text);
create function unsafe_asker_of_token(token_hash text, at timestamptz)
returns table (person_id int, centre_id int, school_id int, role text, language text, token_id int, scope text, unseen boolean)
language sql stable security definer set search_path = public as $$
  select m.person_id, m.centre_id, m.school_id, m.role, m.language, t.id, t.scope,
         t.last_used_at is null or t.last_used_at not between at - interval '1 minute' and at
  from token t
  join member_now m on m.person_id = t.person_id and m.centre_id = t.centre_id
  where t.hash = token_hash and t.revoked_at is null and t.expires_at > at
$$;
