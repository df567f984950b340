-- Mails come in: the house's one mailbox, the addresses of each centre in it, and what has come to them.

-- How the mailbox was read last: one row. Who reads it holds it for some minutes; nobody else does meanwhile.
create table mailbox (
  one boolean primary key default true check (one),
  -- Which it is: of another nothing has been read.
  name text not null,
  -- Numbers of mails hold as long as this does.
  validity text not null default '',
  last_uid bigint not null default 0,
  -- The one that is being read, and how often it was begun.
  reading_uid bigint,
  times int not null default 0,
  held_by text,
  held_until timestamptz,
  failures int not null default 0,
  trouble text check (trouble in ('away', 'not-let-in')),
  away_since timestamptz,
  next_at timestamptz,
  -- The last time that a mail was left behind: tried for often, and never had.
  left_at timestamptz,
  check ((held_by is null) = (held_until is null)),
  check ((trouble is null) = (away_since is null))
);

-- What a centre's addresses in the mailbox end with: one for each kind of mail. A new one takes the place of the old, which then leads nowhere.
create table incoming_address (
  centre_id int not null references centre (id),
  kind text not null check (kind ~ '^[a-z]{1,20}$'),
  token text not null check (token ~ '^[a-z0-9]{10,64}$'),
  made_by int not null references person (id),
  made_at timestamptz not null,
  primary key (centre_id, kind)
);
call of_centre('incoming_address');

create table incoming_mail (
  centre_id int not null references centre (id),
  id int generated always as identity,
  kind text not null,
  -- The same for the same mail, however often it comes.
  mark text not null,
  -- What it says of its sender; both empty: nobody, or several.
  from_address text not null,
  from_name text not null,
  vouched text not null check (vouched in ('passed', 'failed', 'unsaid')),
  subject text not null,
  words text not null,
  -- It is longer than what is kept of it.
  cut boolean not null,
  attachments text[] not null,
  -- Only its head was read.
  unread text check (unread in ('too-large', 'unreadable')),
  came_at timestamptz not null,
  settled_at timestamptz,
  settled_by int references person (id),
  -- What it said is gone; that it came is known, so that it does not come again.
  erased_at timestamptz,
  primary key (centre_id, id),
  check ((settled_at is null) = (settled_by is null)),
  check (erased_at is null or (settled_at is not null and words = '' and subject = '' and from_address = '' and from_name = '' and attachments = '{}'))
);
create unique index incoming_mail_once on incoming_mail (centre_id, mark);
create index incoming_mail_settled on incoming_mail (centre_id, settled_at) where erased_at is null;
call of_centre('incoming_mail');

-- What was laid aside by rule: how many of what kind, each day, and nothing of what they said.
create table incoming_dropped (
  centre_id int not null references centre (id),
  on_day date not null,
  why text not null check (why in ('own', 'bounce', 'auto-reply', 'bulk', 'crowded')),
  mails int not null,
  primary key (centre_id, on_day, why)
);
call of_centre('incoming_dropped');

-- What strangers write to the centre is for who runs it, and for the house itself that takes it in: for no school, no consultant, no guest.
create function runs_centre() returns boolean language plpgsql stable as $$
begin
  return exists (
    select from member_now m
    where m.centre_id = app_centre() and m.person_id = nullif(current_setting('app.person', true), '')::int and m.role = 'coordinator');
end $$;

drop policy centre_reads on incoming_mail;
drop policy centre_adds on incoming_mail;
drop policy centre_changes on incoming_mail;
drop policy centre_removes on incoming_mail;
create policy centre_reads on incoming_mail for select
  using (centre_id = (select app_centre()) and ((select app_system()) or (select runs_centre())));
create policy centre_adds on incoming_mail for insert with check (centre_id = (select app_centre()) and (select app_system()));
create policy centre_changes on incoming_mail for update
  using (centre_id = (select app_centre()) and ((select app_system()) or (select runs_centre())))
  with check (centre_id = (select app_centre()) and ((select app_system()) or (select runs_centre())));
create policy centre_removes on incoming_mail for delete using (centre_id = (select app_centre()) and (select app_system()));

create view incoming_mail_kept with (security_invoker = true) as
select centre_id, id, kind, from_address, from_name, vouched, subject, words, cut, attachments, unread, came_at, settled_at, settled_by
from incoming_mail where erased_at is null;
comment on view incoming_mail_kept is 'Mails that have come in and are kept. Null: unread settled_at settled_by.';

create view incoming_mails_waiting with (security_invoker = true) as
select a.centre_id, case when b.trouble = 'not-let-in' then 'mailbox-shut' else 'mailbox-away' end as kind, 1 as source_id,
  null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  b.away_since + interval '1 hour' as from_at, null::date as due_on, null::timestamptz as due_at,
  jsonb_build_object('since', to_char(b.away_since at time zone 'Europe/Copenhagen', 'YYYY-MM-DD')) as "values"
from mailbox b
cross join (select distinct centre_id from incoming_address) a
where b.trouble is not null
union all
select a.centre_id, 'mailbox-left', 1, null, null, null, 'runs', b.left_at, null, null,
  jsonb_build_object('since', to_char(b.left_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD'))
from mailbox b
cross join (select distinct centre_id from incoming_address) a
where b.left_at > app_now() - interval '7 days';
comment on view incoming_mails_waiting is 'The mailbox has not been read for an hour; a mail was left behind in it within a week. Null: company_id person_id school_id due_on due_at.';

-- A mail that answers one says so: programs that answer by themselves do not answer it.
alter table outbox add column answers text;
