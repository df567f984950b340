-- Whoever gives a referral back may take that back: the step knows at whom it was, and with which days.
alter table referral_step add was jsonb;
