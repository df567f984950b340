-- Why just this one came along afterwards, though the own field has nothing to do with the company: it goes when he stays at home.
alter table booking_visitor add column chosen_why text;
