-- What waits was seen by whoever opened the page alone. Each chooses how he is told by mail: what somebody asks of him at once, all of it in the
-- morning, or nothing. Without a choice: in the morning.
create table notice_choice (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  choice text not null check (choice in ('at-once', 'morning', 'never')),
  chosen_at timestamptz not null,
  primary key (centre_id, person_id)
);
-- The last morning on which somebody's page was looked through: once a day, however many ask at the same moment.
create table notice_morning (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  day date not null,
  primary key (centre_id, person_id)
);
-- What somebody was told. The same thing is new again with another date alone.
create table notice_told (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  kind text not null,
  source_id bigint not null,
  due text not null,
  told_at timestamptz not null,
  primary key (centre_id, person_id, kind, source_id, due)
);
create index notice_choice_of_person on notice_choice (person_id);
create index notice_morning_of_person on notice_morning (person_id);
create index notice_told_of_person on notice_told (person_id);
call of_person('notice_choice');
call of_person('notice_morning');
call of_person('notice_told');
-- The house itself asks whose turn it is, and nothing else.
create policy house_reads on notice_choice for select using (centre_id = (select app_centre()) and (select app_system()));
create policy house_reads on notice_morning for select using (centre_id = (select app_centre()) and (select app_system()));

create trigger chooser_is_here before insert on notice_choice for each row execute function must_be_here('person_id');
create trigger reader_is_here before insert on notice_morning for each row execute function must_be_here('person_id');
create trigger told_is_here before insert on notice_told for each row execute function must_be_here('person_id');

-- Whoever sends him away cannot see the rows: they go with the place. It only deletes, only of the membership in hand, and tells nothing.
create function unsafe_notices_go() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from notice_choice where centre_id = new.centre_id and person_id = new.person_id;
  delete from notice_morning where centre_id = new.centre_id and person_id = new.person_id;
  delete from notice_told where centre_id = new.centre_id and person_id = new.person_id;
  return null;
end $$;
create trigger notices_go after update of left_at on membership for each row
  when (new.left_at is not null) execute function unsafe_notices_go();

-- A mail of what waits for one person is that one's alone: nobody else's outbox shows it, nor its number (by lot, as a school's).
alter table outbox add column for_person int references person (id);
-- Where its receiver says that he wants no more of them, in one press of his mail program (RFC 8058); gone when it is sent.
alter table outbox add column leave_url text;
create index outbox_for_person on outbox (for_person) where for_person is not null;
drop policy centre_reads on outbox;
drop policy centre_adds on outbox;
drop policy centre_changes on outbox;
drop policy centre_removes on outbox;
create policy centre_reads on outbox for select
  using (centre_id = (select app_centre()) and ((select app_system())
    or ((school_id is null or school_id = (select app_school())) and (for_person is null or for_person = (select app_person())))));
create policy centre_adds on outbox for insert
  with check (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school()))
    and (for_person is null or for_person = (select app_person())));
create policy centre_changes on outbox for update
  using (centre_id = (select app_centre()) and ((select app_system())
    or ((school_id is null or school_id = (select app_school())) and (for_person is null or for_person = (select app_person())))))
  with check (centre_id = (select app_centre()) and ((select app_system())
    or ((school_id is null or school_id = (select app_school())) and (for_person is null or for_person = (select app_person())))));
create policy centre_removes on outbox for delete
  using (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school()))
    and (for_person is null or for_person = (select app_person())));

create or replace view mail_brought with (security_invoker = true) as
select centre_id, brings, brings_id, id as mail_id, recipient, written_by, sent_at, given_up_at,
  given_up_at is not null and sent_at is null and put_aside_at is null and over_at is null as lost, failure
from outbox o
where brings_id is not null;
comment on view mail_brought is 'Mails that bring something of a room, and whether they arrived; lost: given up, and nobody has done anything about it. Null: written_by sent_at given_up_at failure.';
