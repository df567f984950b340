-- A mail that was not sent yet and brings what is over by now (an invitation withdrawn) is not sent, nor is its link shown any more.
alter table outbox
  -- What it brings, if that can end before it arrives: ('invitation', 12).
  add brings text,
  add brings_id int,
  add over_at timestamptz,
  add constraint outbox_brings_whole check ((brings is null) = (brings_id is null));
create index outbox_brings on outbox (centre_id, brings, brings_id) where brings_id is not null and sent_at is null;

-- Those that stand in it already: the invitation is the one whose hash the secret has.
update outbox o
set brings = 'invitation', brings_id = i.id
from invitation i
where i.centre_id = o.centre_id and o.sent_at is null
  and i.hash = translate(rtrim(encode(sha256(convert_to(substring(o.body from '/invitation/\d+-([\w-]{40,})'), 'UTF8')), 'base64'), '='), '+/', '-_');
update outbox o
set over_at = o.created_at, body = regexp_replace(o.body, '(/\d+-)[\w-]{40,}', '\1…', 'g')
where o.sent_at is null and o.body ~ '/invitation/\d+-[\w-]{40,}'
  and not exists (
    select from invitation i
    where i.centre_id = o.centre_id and o.brings = 'invitation' and i.id = o.brings_id and i.accepted_at is null and i.withdrawn_at is null
  );

drop index outbox_waiting;
create index outbox_waiting on outbox (centre_id, tries, id) where sent_at is null and given_up_at is null and over_at is null;
drop index outbox_given_up;
create index outbox_given_up on outbox (centre_id, given_up_at)
  where given_up_at is not null and sent_at is null and put_aside_at is null and over_at is null;

create or replace view mails_waiting with (security_invoker = true) as
  select o.centre_id, 'mail-given-up'::text as kind, o.id as source_id, null::integer as company_id, w.person_id, null::integer as school_id,
         'runs'::text as role, o.given_up_at as from_at, null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('to', coalesce(nullif(o.recipient_name, ''), o.recipient), 'subject', o.subject) as "values"
  from outbox o
  left join member_now w on w.centre_id = o.centre_id and w.person_id = o.written_by
  where o.given_up_at is not null and o.sent_at is null and o.put_aside_at is null and o.over_at is null;
