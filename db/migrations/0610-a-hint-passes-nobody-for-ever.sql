-- The hour's hint was asked anew at each call, and nothing remembered whom it had passed: who answers badly now could wait as long as the hour was one of those.
create table hint_passed (
  centre_id int not null references centre (id),
  list_id int not null,
  company_id int not null references company_known (id),
  times int not null check (times > 0),
  since timestamptz not null,
  primary key (centre_id, list_id, company_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
create index hint_passed_company on hint_passed (company_id);
call of_centre('hint_passed');
