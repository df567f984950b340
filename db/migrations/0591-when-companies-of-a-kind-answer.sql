-- At which hours companies of a trade take the phone more often, or less, than they do otherwise: only what enough calls tell. Reckoned anew each day.
create table answering_hour (
  centre_id int not null references centre (id),
  -- DB07's ten groups.
  trade int not null check (trade between 1 and 10),
  -- In Denmark; Monday is 1.
  weekday int not null check (weekday between 1 and 7),
  hour int not null check (hour between 0 and 23),
  better boolean not null,
  calls int not null check (calls > 0),
  reached int not null check (reached between 0 and calls),
  primary key (centre_id, weekday, hour, trade)
);
call of_centre('answering_hour');

create table answering_reckoned (
  centre_id int not null references centre (id),
  reckoned_on date not null,
  primary key (centre_id)
);
call of_centre('answering_reckoned');
