-- A card says which ways to a company are the centre's own, so that nothing of ours stands as the register's.
create view own_way with (security_invoker = true) as
  select o.centre_id, o.id as company_id, w.way
  from own_place o
  cross join lateral (values ('phone', o.phone), ('email', o.email), ('website', o.website)) w (way, value)
  where w.value is not null;
comment on view own_way is 'Which of phone, email and website of a company the centre''s own files gave. Null: none.';
