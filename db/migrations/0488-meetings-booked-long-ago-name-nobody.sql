-- What is recorded of a meeting names nobody at the company any more; what was recorded before that did, and an event is never changed: who wishes to be
-- forgotten would stand in it for ever. Here once, by the owner of the tables.
update event set after = after - 'contactName' where subject = 'booking' and verb = 'booked' and after ? 'contactName';
