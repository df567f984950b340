-- What somebody wrote of a visit in a mail lies in his draft. A letterbox: the house may put into it, and whoever runs the centre what he has read and
-- gives; nobody but whose draft it is takes out of it.
create table visit_draft_mail (
  centre_id int not null references centre (id),
  mail_id int not null,
  booking_id int not null,
  person_id int not null references person (id),
  -- Who wrote it, where he did not himself; empty: he did.
  from_whom text not null,
  words text not null,
  -- It was longer than what is kept of it.
  cut boolean not null,
  attachments text[] not null,
  -- Only its head was read.
  unread text check (unread in ('too-large', 'unreadable')),
  came_at timestamptz not null,
  given_by int references person (id),
  -- Its words stand in what he has written.
  taken_at timestamptz,
  primary key (centre_id, mail_id),
  foreign key (centre_id, mail_id) references incoming_mail (centre_id, id),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
create index visit_draft_mail_of on visit_draft_mail (centre_id, booking_id, person_id);
call of_centre('visit_draft_mail');

drop policy centre_reads on visit_draft_mail;
drop policy centre_adds on visit_draft_mail;
drop policy centre_changes on visit_draft_mail;
drop policy centre_removes on visit_draft_mail;
create policy own_or_given_reads on visit_draft_mail for select
  using (centre_id = (select app_centre()) and (person_id = (select app_person()) or (given_by is not null and (select runs_centre()))));
create policy house_or_giver_adds on visit_draft_mail for insert
  with check (centre_id = (select app_centre()) and case when given_by is null then (select app_system())
    else given_by = (select app_person()) and (select runs_centre()) end);
create policy own_changes on visit_draft_mail for update
  using (centre_id = (select app_centre()) and person_id = (select app_person()))
  with check (centre_id = (select app_centre()) and person_id = (select app_person()));
create policy own_or_given_removes on visit_draft_mail for delete
  using (centre_id = (select app_centre()) and (person_id = (select app_person()) or (given_by is not null and (select runs_centre()))));

create view mailed_words_known with (security_invoker = true) as
select centre_id, mail_id, booking_id, person_id from visit_draft_mail;
comment on view mailed_words_known is 'To whose draft of a meeting words came by mail, never which; of the own drafts alone. Null: none.';

-- Whether somebody has begun: all that the house may know of a draft, so that it asks nobody for what he is writing.
create function unsafe_report_begun(centre int, booking int, person int) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return app_system() and centre = app_centre() and (
    exists (select from visit_draft d where d.centre_id = centre and d.booking_id = booking and d.person_id = person)
    or exists (select from mailed_words_known d where d.centre_id = centre and d.booking_id = booking and d.person_id = person));
end $$;

create or replace view visits_waiting with (security_invoker = true) as
select d.centre_id, 'visit-report' as kind, d.booking_id as source_id, d.company_id, d.person_id, null::int as school_id,
  case when d.position = 1 and not exists (
    select from visitor_ever mine where mine.centre_id = d.centre_id and mine.booking_id = d.booking_id and mine.person_id = (select app_person()))
  then 'runs' end as role,
  d.starts_at as from_at, (d.starts_at at time zone 'Europe/Copenhagen')::date as due_on, null::timestamptz as due_at,
  jsonb_build_object('company', c.name, 'who', p.name, 'date', (d.starts_at at time zone 'Europe/Copenhagen')::date,
    'startsAt', to_char(d.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'days', (select app_today()) - (d.starts_at at time zone 'Europe/Copenhagen')::date,
    -- Of his own draft alone.
    'mails', (select count(*) from mailed_words_known w
      where w.centre_id = d.centre_id and w.booking_id = d.booking_id and w.person_id = d.person_id and w.person_id = (select app_person()))) as "values"
from visit_due d
join company_place c on c.id = d.company_id
join person_named p on p.id = d.person_id;
