-- A call judges one company, the opening of a list thousands: for a few the plan is made once a connection (3.1 ms a company with planning, 0.9 without), for many each time.
create or replace function judge_queue(centre int, cvrs text[]) returns void language plpgsql as $$
declare
  few constant boolean := cardinality(cvrs) <= 20;
  mode constant text := current_setting('plan_cache_mode');
begin
  if few then perform set_config('plan_cache_mode', 'force_generic_plan', true); end if;
  perform from queue_row q where q.centre_id = centre and q.cvr = any(cvrs) order by q.list_id, q.company_id for update;
  if found then
    update queue_row q
    set phone = j.phone, due_at = j.due_at, ready_at = j.ready_at, hindrance = j.hindrance, ends_at = j.ends_at, check_at = j.check_at
    from queue_judged(centre, cvrs) j
    where q.centre_id = centre and q.list_id = j.list_id and q.company_id = j.company_id
      and (q.phone, q.due_at, q.ready_at, q.hindrance, q.ends_at, q.check_at)
        is distinct from (j.phone, j.due_at, j.ready_at, j.hindrance, j.ends_at, j.check_at);
  end if;
  if few then perform set_config('plan_cache_mode', mode, true); end if;
end $$;
-- Without it a thousand rows are expected, and the whole queue is read for one.
alter function queue_judged(int, text[]) rows 10;
