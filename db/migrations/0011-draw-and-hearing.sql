-- What a draw asks of calls and visits: when somebody of the centre last spoke with a company. A call without an answer is no contact.
create view earlier_contact with (security_invoker = true) as
  select k.centre_id, k.cvr, (k.ended_at at time zone 'Europe/Copenhagen')::date as on_date
  from standing_call k
  where k.answer not in ('no-answer', 'wrong-number')
  union all
  select v.centre_id, v.cvr, (v.visited_at at time zone 'Europe/Copenhagen')::date
  from visit v;
