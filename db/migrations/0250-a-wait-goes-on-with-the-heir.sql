-- Whoever takes a company's place is left in peace as long: a wait remembers to which CVR number it was passed on, so that it is given once.
alter table waiting_period add column passed_on_to text;
