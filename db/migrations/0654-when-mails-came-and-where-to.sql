-- Who reads the mailbox has told its server of all that was read but these: it did not take it, and is told again.
alter table mailbox add column unmarked bigint[] not null default '{}';

-- Addresses that another has taken the place of: what is written there still comes in, and says so.
create table incoming_address_old (
  centre_id int not null references centre (id),
  kind text not null,
  token text not null,
  made_at timestamptz not null,
  ended_at timestamptz not null,
  primary key (centre_id, kind, token)
);
call of_centre('incoming_address_old');

-- A mail came when the server got it; it was taken in when we read it. Whoever put it back has until a while after that.
alter table incoming_mail add column taken_in_at timestamptz;
update incoming_mail set taken_in_at = came_at;
alter table incoming_mail alter column taken_in_at set not null;
alter table incoming_mail add constraint incoming_mail_came_first check (came_at <= taken_in_at);
alter table incoming_mail add column reopened_at timestamptz;
alter table incoming_mail add column old_address boolean not null default false;
alter table incoming_mail alter column old_address drop default;
-- Settled by nobody: by the house, when nobody had read it for long.
alter table incoming_mail drop constraint incoming_mail_check;
alter table incoming_mail add constraint incoming_mail_settled check (settled_by is null or settled_at is not null);

create or replace view incoming_mail_kept with (security_invoker = true) as
select centre_id, id, kind, from_address, from_name, vouched, subject, words, cut, attachments, unread, came_at, settled_at, settled_by,
  taken_in_at, coalesce(reopened_at, taken_in_at) as waits_since, old_address
from incoming_mail where erased_at is null;
comment on view incoming_mail_kept is 'Mails that have come in and are kept; the house settles by nobody. Null: unread settled_at settled_by.';

-- What was too much was so last at this moment.
alter table incoming_dropped add column last_at timestamptz;
update incoming_dropped set last_at = on_day::timestamp at time zone 'Europe/Copenhagen';
alter table incoming_dropped alter column last_at set not null;
-- So many of them somebody has looked for in the mailbox.
alter table incoming_dropped add column looked_for int not null default 0;
alter table incoming_dropped add constraint incoming_dropped_looked_for check (looked_for between 0 and mails);

-- A mail that was left behind in the mailbox somebody of the centre has looked for there: until another is, nothing waits.
create table mailbox_seen (
  centre_id int primary key references centre (id),
  seen_at timestamptz not null,
  seen_by int not null references person (id)
);
call of_centre('mailbox_seen');

create or replace view incoming_mails_waiting with (security_invoker = true) as
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
left join mailbox_seen s on s.centre_id = a.centre_id
where b.left_at > greatest(app_now() - interval '7 days', s.seen_at)
union all
select d.centre_id, 'mailbox-crowded', 1, null, null, null, 'runs', max(d.last_at), null, null,
  jsonb_build_object('since', to_char(min(d.on_day), 'YYYY-MM-DD'), 'mails', sum(d.mails - d.looked_for))
from incoming_dropped d
where d.why = 'crowded' and d.mails > d.looked_for and d.last_at > app_now() - interval '7 days'
group by d.centre_id;
comment on view incoming_mails_waiting is 'The mailbox has not been read for an hour; within a week a mail was left behind in it, or there was no room for some. Null: company_id person_id school_id due_on due_at.';

create or replace view mailed_tips_waiting with (security_invoker = true) as
select k.centre_id, case when t.partner_id is null then 'mailed-stranger' else 'mailed-tip' end as kind, k.id as source_id,
  null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role, k.came_at as from_at,
  -- Nobody has promised strangers an answer: theirs are never late.
  case when t.partner_id is not null then (k.came_at at time zone 'Europe/Copenhagen')::date + 2 end as due_on, null::timestamptz as due_at,
  -- A name anyone can write: who is not known goes by the address. What is missing the page says in words.
  jsonb_build_object('from', coalesce(p.name, k.from_address), 'subject', k.subject) as "values"
from mailed_tip t
join incoming_mail_kept k on k.centre_id = t.centre_id and k.id = t.mail_id
left join partner_ever p on p.centre_id = t.centre_id and p.id = t.partner_id
where k.settled_at is null;
comment on view mailed_tips_waiting is 'Mails to the address for tips that nobody has read. Null: company_id person_id school_id due_on due_at.';
