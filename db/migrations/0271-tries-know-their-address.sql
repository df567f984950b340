-- Who guesses at many accounts meets a limit too: each wrong try knows the address it came from.
alter table sign_in_try add address text not null default '';
create index sign_in_try_address on sign_in_try (address, at);
create index sign_in_try_at on sign_in_try (at);
