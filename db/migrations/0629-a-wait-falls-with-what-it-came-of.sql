-- An answer that was overruled counts no more: a wait that came of it holds never again, whoever had lifted it before and why.
alter table waiting_period add column fell_at timestamptz;
update waiting_period w set fell_at = k.corrected_at from call_correction k
  where w.origin_kind = 'call' and k.centre_id = w.centre_id and k.call_id = w.origin_id and w.lifted_at is not null;
