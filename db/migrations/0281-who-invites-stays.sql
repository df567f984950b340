-- One organizer through an invitation's life: calendars take a change from nobody else. What stands keeps who its newest invitation named.
alter table booking add organizer_name text, add organizer_email text;
update booking b
set organizer_name = p.name, organizer_email = p.email
from booking_visitor w join person p on p.id = w.person_id
where w.centre_id = b.centre_id and w.booking_id = b.id and w.position = 1;
alter table booking add constraint booking_organizer_whole check ((organizer_name is null) = (organizer_email is null));
