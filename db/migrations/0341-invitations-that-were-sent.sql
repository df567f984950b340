-- Each sending of an invitation is counted: nobody makes the centre send hundreds of mails, to one address or to many.
create table invitation_sending (
  centre_id int not null references centre (id),
  id int generated always as identity,
  email text not null,
  sent_by int not null references person (id),
  sent_at timestamptz not null,
  primary key (centre_id, id)
);
create index invitation_sending_to on invitation_sending (centre_id, email, sent_at);
create index invitation_sending_by on invitation_sending (centre_id, sent_by, sent_at);
call of_centre('invitation_sending');
