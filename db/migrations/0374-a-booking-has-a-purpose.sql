-- Booking asks the one judge, and the database stands behind it: for outreach, for what was agreed before, or as the answer to an enquiry.

-- What stands was agreed.
alter table booking add column purpose text not null default 'agreed' check (purpose in ('outreach', 'agreed', 'enquiry'));
alter table booking alter column purpose set default 'outreach';
-- For whom a coordinator books: who has the company in hand.
alter table booking add column booked_for int references person (id);

-- A meeting never slips in beside a wait, a stop or a strike that has been said and is not yet written. That a company has one already is the booker's to say.
create function refuse_booking_on_hindered() returns trigger language plpgsql as $$
declare
  why text;
  number text;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  select c.phone into number from company_place c where c.id = new.company_id;
  if number is not null then
    perform pg_advisory_xact_lock(phone_key(new.centre_id, number));
  end if;
  with found as materialized (
    select * from contact_hindrances(new.centre_id, new.company_id, case when new.form = 'phone' then 'phone' else 'visit' end)
  )
  select h.word into why
  from found h
  where new.purpose = any(h.stops) and h.kind <> 'meeting'
    -- Who has one thing in hand is stopped by nothing that runs.
    and not (h.word = 'running' and exists (
      select from found o where o.word = 'running' and (o.person_id = new.booked_by or o.person_id = new.booked_for)))
  order by h.rank limit 1;
  if why is not null then
    raise exception 'may not be met: %', why using errcode = 'TV002', detail = why;
  end if;
  return new;
end $$;
create trigger booking_guard before insert on booking for each row execute function refuse_booking_on_hindered();
