-- A company writes to us from a stand, by the stand's own address and without an account: nobody of us registered that.
alter table enquiry alter column registered_by drop not null;
alter table enquiry add constraint enquiry_registered_or_from_a_stand check (registered_by is not null or way = 'stand');

-- Which enquiries came from which stand: counted, and told from five.
create table stand_lead (
  centre_id int not null references centre (id),
  enquiry_id int not null,
  gathering_id int not null,
  left_at timestamptz not null,
  primary key (centre_id, enquiry_id),
  foreign key (centre_id, enquiry_id) references enquiry (centre_id, id),
  foreign key (centre_id, gathering_id) references gathering (centre_id, id)
);
create index stand_lead_of on stand_lead (centre_id, gathering_id, left_at);
call of_centre('stand_lead');
