-- Where a place is not known half an hour is kept free for driving, and was told as if it were the way's length: "30 min. kørsel" to Nuuk.
alter table booking_visitor add column travel_known boolean not null default true;
update booking_visitor v set travel_known = false
from booking b join company c on c.id = b.company_id
where b.centre_id = v.centre_id and b.id = v.booking_id and v.travel_minutes = 30 and c.municipality is null;
