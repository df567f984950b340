-- Where a meeting was agreed to be, by its kind, where that is not the company's address: it is there again when the meeting becomes one of that kind again.
alter table booking add column own_places jsonb not null default '{}' check (jsonb_typeof(own_places) = 'object');
