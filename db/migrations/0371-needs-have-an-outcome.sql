-- A need that a visit found is open until somebody answers it, or closes it and says why; while one is open, the company is in somebody's hands.
alter table visit_need
  add column outcome text check (outcome in ('answered', 'closed')),
  add column settled_at timestamptz,
  add column settled_by int references person (id),
  add column why text,
  add constraint visit_need_settled_whole check ((outcome is null) = (settled_at is null) and (outcome is null) = (why is null));

-- So many months a need that nobody answers keeps others from calling.
alter table rules add column active_case_months int not null default 12 check (active_case_months between 1 and 36);
create or replace view rules_now with (security_invoker = true) as
  select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days, visit_minutes,
         active_case_months
  from rules;

-- What is running today, as its owners write it from here on.
insert into contact_mark (centre_id, kind, source_id, company_id, cvr, since, ends_at, person_id)
select p.centre_id, 'promise', p.id, p.company_id, p.cvr, p.made_at, null, case when p.released_at is null then p.owner_id end
from promise p where p.kept_at is null and p.dropped_at is null
order by p.centre_id, p.id;
insert into contact_mark (centre_id, kind, source_id, company_id, cvr, since, ends_at, person_id)
select v.centre_id, 'open-need', v.id, v.company_id, v.cvr, v.visited_at,
       ((v.visited_at at time zone 'Europe/Copenhagen')::date + interval '12 months') at time zone 'Europe/Copenhagen', v.person_id
from visit v where exists (select from visit_need n where n.centre_id = v.centre_id and n.visit_id = v.id)
order by v.centre_id, v.id;
