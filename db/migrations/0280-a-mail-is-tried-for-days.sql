-- A mail is tried for days, not ten minutes: who wrote it, when it is tried next, when it was given up and why; and a centre's pause while the mail server is away.
alter table outbox
  add written_by int references person (id),
  add reply_to text,
  add reply_to_name text,
  -- Null: at once. While somebody sends it, the end of his lease.
  add next_try_at timestamptz,
  -- From here its days are counted.
  add first_tried_at timestamptz,
  add failure text check (failure in ('unreachable', 'not-now', 'refused', 'no-address')),
  add given_up_at timestamptz,
  -- Sent again by a person: its days are counted anew.
  add again_at timestamptz,
  add again_by int references person (id),
  add put_aside_at timestamptz,
  add put_aside_by int references person (id),
  -- When who wrote it was shown the address with a secret in it: once.
  add link_shown_at timestamptz;
create index outbox_written_by on outbox (written_by);

-- Ten tries were the end of it; now a person hears of those.
update outbox
set given_up_at = created_at + interval '10 minutes',
    failure = case when failed ~ '\m5[0-9][0-9]\M' then 'refused' else 'unreachable' end
where sent_at is null and tries >= 10;
update outbox set failure = 'unreachable' where sent_at is null and given_up_at is null and failed is not null;
update outbox set first_tried_at = created_at where tries > 0 and sent_at is null;

drop index outbox_waiting;
create index outbox_waiting on outbox (centre_id, tries, id) where sent_at is null and given_up_at is null;
create index outbox_given_up on outbox (centre_id, given_up_at) where given_up_at is not null and sent_at is null and put_aside_at is null;

-- The mail server has not answered since then: nothing is tried before `until`, then one mail alone.
create table mail_pause (
  centre_id int primary key references centre (id),
  since timestamptz not null,
  until timestamptz not null,
  failures int not null
);
call of_centre('mail_pause');

-- It waits for who wrote it, and for who runs the centre: not everyone who writes has a page of what waits, and some have left.
create view mails_waiting with (security_invoker = true) as
  select o.centre_id, 'mail-given-up'::text as kind, o.id as source_id, null::integer as company_id, w.person_id, null::integer as school_id,
         'runs'::text as role, o.given_up_at as from_at, null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('to', coalesce(nullif(o.recipient_name, ''), o.recipient), 'subject', o.subject) as "values"
  from outbox o
  left join member_now w on w.centre_id = o.centre_id and w.person_id = o.written_by
  where o.given_up_at is not null and o.sent_at is null and o.put_aside_at is null;
comment on view mails_waiting is 'Mails that could not be delivered and that nobody has sent again or put aside. Null: company_id person_id school_id due_on due_at.';
