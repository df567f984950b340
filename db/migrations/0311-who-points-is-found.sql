-- Whoever points to a row that may go is found without reading a whole table: four keys had no index.
create index visit_draft_booking on visit_draft (centre_id, booking_id) where booking_id is not null;
create index call_correction_new on call_correction (centre_id, new_call_id);
create index kept_on_list_list on kept_on_list (centre_id, list_id);
create index promise_handover_promise on promise_handover (centre_id, promise_id);
