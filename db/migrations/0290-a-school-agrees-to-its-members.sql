-- A new member works at once, but reads what a school keeps to itself only when its leader has agreed: until then nobody asks as that school.
alter table membership add agreed_at timestamptz, add agreed_by int references person (id);
update membership set agreed_at = joined_at where school_id is not null;
alter table invitation add agreed_by int references person (id);

create or replace view member_ever with (security_invoker = true) as
  select m.centre_id, m.id as member_id, m.person_id, p.name, p.email, p.language, m.role, m.school_id, s.name as school, s.municipality,
         m.title, m.phone, m.knows, m.joined_at, m.left_at, m.school_id is not null and m.agreed_at is null as school_waits
  from membership m
  join person p on p.id = m.person_id
  left join school_now s on s.centre_id = m.centre_id and s.id = m.school_id;
create or replace view member_now with (security_invoker = true) as
  select centre_id, member_id, person_id, name, email, language, role, school_id, school, municipality, title, phone, knows, joined_at, school_waits
  from member_ever
  where left_at is null;

create view members_waiting with (security_invoker = true) as
  select centre_id, 'new-member'::text as kind, member_id as source_id, null::integer as company_id, null::integer as person_id, school_id,
         'leads'::text as role, joined_at as from_at, null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('name', name, 'email', email) as "values"
  from member_now
  where school_waits;
comment on view members_waiting is 'New members whose school''s leader has not agreed to them. Null: company_id person_id due_on due_at.';

drop function unsafe_asker_of_session(text, timestamptz);
create function unsafe_asker_of_session(session_hash text, at timestamptz)
returns table (person_id int, centre_id int, school_id int, school_waits boolean, role text, language text, unseen boolean)
language sql stable security definer set search_path = public as $$
  select m.person_id, m.centre_id, case when not m.school_waits then m.school_id end, m.school_waits, m.role, m.language,
         s.last_seen_at not between at - interval '10 minutes' and at
  from session s
  join member_now m on m.person_id = s.person_id and m.centre_id = s.centre_id
  where s.hash = session_hash and s.expires_at > at and s.last_seen_at > at - interval '7 days'
$$;
drop function unsafe_asker_of_token(text, timestamptz);
create function unsafe_asker_of_token(token_hash text, at timestamptz)
returns table (person_id int, centre_id int, school_id int, school_waits boolean, role text, language text, token_id int, scope text, unseen boolean)
language sql stable security definer set search_path = public as $$
  select m.person_id, m.centre_id, case when not m.school_waits then m.school_id end, m.school_waits, m.role, m.language, t.id, t.scope,
         t.last_used_at is null or t.last_used_at not between at - interval '1 minute' and at
  from token t
  join member_now m on m.person_id = t.person_id and m.centre_id = t.centre_id
  where t.hash = token_hash and t.revoked_at is null and t.expires_at > at
$$;
