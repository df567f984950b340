-- Beside a centre's own addresses in the mailbox: such as name one thing, a meeting, each with a secret of its own.
create table incoming_address_of (
  centre_id int not null references centre (id),
  kind text not null check (kind ~ '^[a-z]{1,20}$'),
  about_id int not null,
  token text not null check (token ~ '^[a-z0-9]{10,64}$'),
  made_at timestamptz not null,
  primary key (centre_id, kind, about_id),
  unique (centre_id, kind, token)
);
call of_centre('incoming_address_of');

-- Which thing a mail is about; null: its address names none. One mail to two of them comes in once for each.
alter table incoming_mail add column about_id int;
drop index incoming_mail_once;
create unique index incoming_mail_once on incoming_mail (centre_id, mark, kind, about_id) nulls not distinct;

create or replace view incoming_mails_waiting with (security_invoker = true) as
with receives as (select centre_id from incoming_address union select centre_id from incoming_address_of)
select a.centre_id, case when b.trouble = 'not-let-in' then 'mailbox-shut' else 'mailbox-away' end as kind, 1 as source_id,
  null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  b.away_since + interval '1 hour' as from_at, null::date as due_on, null::timestamptz as due_at,
  jsonb_build_object('since', to_char(b.away_since at time zone 'Europe/Copenhagen', 'YYYY-MM-DD')) as "values"
from mailbox b
cross join receives a
where b.trouble is not null
union all
select a.centre_id, 'mailbox-left', 1, null, null, null, 'runs', b.left_at, null, null,
  jsonb_build_object('since', to_char(b.left_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD'))
from mailbox b
cross join receives a
left join mailbox_seen s on s.centre_id = a.centre_id
where b.left_at > greatest(app_now() - interval '7 days', s.seen_at)
union all
select d.centre_id, 'mailbox-crowded', 1, null, null, null, 'runs', max(d.last_at), null, null,
  jsonb_build_object('since', to_char(min(d.on_day), 'YYYY-MM-DD'), 'mails', sum(d.mails - d.looked_for))
from incoming_dropped d
where d.why = 'crowded' and d.mails > d.looked_for and d.last_at > app_now() - interval '7 days'
group by d.centre_id;
