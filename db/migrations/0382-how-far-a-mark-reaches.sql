-- A mark held for all of a CVR number. Where the leadership is shared it holds for its workplace, unless it was said of all; and people may decide of the
-- leadership later: so what was said is kept, and how far that reaches is reckoned when it is asked.

-- True: said of all of it. False: of this place alone (its number is wrong, its door is closed). Null: as far as one leadership
-- reaches; what was said at no place reaches all of it.
alter table contact_mark alter column whole drop not null, alter column whole drop default;
alter table contact_mark disable trigger user;
update contact_mark m
set whole = case
  when k.kind in ('wrong-number', 'closed') then
    -- The only place that is open stands for its company.
    (select count(*) from company_place p where p.cvr = m.cvr and p.kind = 'workplace' and p.closed_on is null) <= 1
  when k.kind in ('wait', 'stop') and exists (select from company_place p where p.id = m.company_id and p.kind = 'company') then true
  end
from hindrance_kind k where k.kind = m.kind and m.company_id is not null;
alter table contact_mark enable trigger user;

create view mark_reach with (security_invoker = true) as
  select m.centre_id, m.kind, m.source_id, m.company_id, m.cvr,
    coalesce(m.whole, m.company_id is null or m.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))) as whole,
    m.phone, m.since, m.ends_at, m.person_id
  from contact_mark m;
comment on view mark_reach is 'What was written down for or against contact, and whether it reaches the whole company. Null: company_id phone ends_at person_id.';

-- The judge asks how far a mark reaches wherever it asked for the mark.
do $$
declare
  judge text;
begin
  foreach judge in array array['hindrance_now', 'hindrance_ever', 'place_judged', 'place_weighed'] loop
    execute format('create or replace view %I with (security_invoker = true) as %s', judge,
      regexp_replace(pg_get_viewdef(judge::regclass), '\ycontact_mark\y', 'mark_reach', 'g'));
  end loop;
end $$;

create or replace view contact_made with (security_invoker = true) as
  select m.centre_id, m.cvr, m.kind, m.since as at, (m.since at time zone 'Europe/Copenhagen')::date as on_date, m.company_id, m.whole
  from mark_reach m where m.kind in ('spoken', 'visited');
comment on view contact_made is 'When somebody of the centre spoke with a company or visited it, where, and whether that counts for all of it. Null: company_id.';

-- A wait remembers how far it was said to reach, for whoever lifts and gives it again.
alter table waiting_period add column whole boolean;
update waiting_period w set whole = m.whole
from contact_mark m
where m.centre_id = w.centre_id and m.source_id = w.id
  and m.kind = case w.reason when 'wrong-number' then 'wrong-number' when 'closed' then 'closed' when 'do-not-contact' then 'stop' else 'wait' end;
update waiting_period set whole = true where company_id is null;
create or replace view wait_given with (security_invoker = true) as
  select centre_id, id, company_id, cvr, reason, from_on, until_on, origin_kind, origin_id, set_at, lifted_at, whole from waiting_period;
comment on view wait_given is 'Waits that a company was given, lifted ones too. Null: company_id until_on origin_id lifted_at whole.';

-- Other places of companies where a number was wrong or a door closed may be called again.
insert into queue_note (centre_id, cvr)
select distinct q.centre_id, q.cvr from queue_row q join contact_mark m on m.centre_id = q.centre_id and m.cvr = q.cvr and m.whole is false;
