-- Nobody answered: tried again when the centre calls, as its rules were then; hours after a call on a Friday afternoon were Friday evening.
alter table queue_call add column again_at timestamptz;
comment on column queue_call.again_at is 'With no answer: when it may be tried again. Null for others, and for what was told before this was.';

-- The rest of the judging stays as it is: red when the words are not found.
do $$
declare
  body text := pg_get_functiondef('queue_judged(int, text[])'::regprocedure);
  was text := 's.ended_at + make_interval(hours => coalesce((select r.no_answer_hours from rules_now r where r.centre_id = $1), 4)) end as again_at';
begin
  if position(was in body) = 0 then raise exception 'queue_judged no longer says when to try again'; end if;
  execute replace(body, was, 'coalesce(s.again_at, ' || replace(was, ' end as again_at', ') end as again_at'));
end $$;
