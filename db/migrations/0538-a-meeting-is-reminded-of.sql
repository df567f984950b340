-- A meeting is reminded of once, the working day before; moved, it is reminded of anew: by its time.
create table meeting_reminder (
  centre_id int not null references centre (id),
  booking_id int not null,
  starts_at timestamptz not null,
  reminded_at timestamptz not null,
  primary key (centre_id, booking_id, starts_at),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
call of_centre('meeting_reminder');
