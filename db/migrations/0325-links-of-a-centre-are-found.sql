-- Whoever points to a row that may go is found by an index (`src/foreign-keys.test.ts`).
create index password_link_of_centre on password_link (centre_id);
