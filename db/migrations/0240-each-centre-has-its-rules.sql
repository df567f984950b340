-- A centre is made together with its rules; any that stands without gets them, so that who reads the rules needs no defaults of its own.
insert into rules (centre_id) select id from centre on conflict (centre_id) do nothing;
