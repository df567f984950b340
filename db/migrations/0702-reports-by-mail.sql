-- Who was asked, after a meeting, to write of it in a mail: once each.
create table report_asked (
  centre_id int not null references centre (id),
  booking_id int not null,
  person_id int not null references person (id),
  asked_at timestamptz not null,
  primary key (centre_id, booking_id, person_id),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
call of_centre('report_asked');

-- Mails to a visit's own address: whose each is, and why it waits for a person instead of lying in a draft.
create table mailed_report (
  centre_id int not null references centre (id),
  mail_id int not null,
  booking_id int not null,
  -- Nobody of the house, or somebody else than it says.
  person_id int references person (id),
  -- Null: it lies in his draft.
  parked text check (parked in ('stranger', 'forged', 'not-there', 'not-held', 'reported', 'ended')),
  -- He was told what became of it.
  answered boolean not null,
  taken_in_at timestamptz not null,
  -- Whoever runs the centre gave it to one of those who went.
  given_to int references person (id),
  primary key (centre_id, mail_id),
  check (given_to is null or parked is not null),
  foreign key (centre_id, mail_id) references incoming_mail (centre_id, id),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
create index mailed_report_booking on mailed_report (centre_id, booking_id);
create index mailed_report_person on mailed_report (centre_id, person_id, taken_in_at);
call of_centre('mailed_report');

drop policy centre_reads on mailed_report;
drop policy centre_adds on mailed_report;
drop policy centre_changes on mailed_report;
drop policy centre_removes on mailed_report;
create policy centre_reads on mailed_report for select
  using (centre_id = (select app_centre()) and ((select app_system()) or (select runs_centre())));
create policy centre_adds on mailed_report for insert with check (centre_id = (select app_centre()) and (select app_system()));
create policy centre_changes on mailed_report for update
  using (centre_id = (select app_centre()) and (select runs_centre())) with check (centre_id = (select app_centre()) and (select runs_centre()));
create policy centre_removes on mailed_report for delete using (centre_id = (select app_centre()) and (select app_system()));

create view mailed_reports_waiting with (security_invoker = true) as
select k.centre_id, case when r.person_id is null then 'mailed-report-stranger' else 'mailed-report' end as kind, k.id as source_id, b.company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  k.came_at as from_at,
  -- Nobody has promised strangers an answer: theirs are never late.
  case when r.person_id is not null then (k.came_at at time zone 'Europe/Copenhagen')::date + 2 end as due_on, null::timestamptz as due_at,
  -- A name anyone can write: who is not known goes by the address.
  jsonb_build_object('from', coalesce(p.name, k.from_address), 'company', c.name) as "values"
from mailed_report r
join incoming_mail_kept k on k.centre_id = r.centre_id and k.id = r.mail_id
join booking_ever b on b.centre_id = r.centre_id and b.id = r.booking_id
join company_place c on c.id = b.company_id
left join person_named p on p.id = r.person_id
where k.settled_at is null;
comment on view mailed_reports_waiting is 'Mails about visits that lie in nobody''s draft and that nobody has gone on with. Null: person_id school_id due_on due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'mailed_reports_waiting');
end $$;
