-- Undoing an import deletes companies; each deletion looks through every table that points to one, so each needs an index by company.
create index booking_of_company on booking (company_id);
create index call_of_company on call (company_id);
create index call_back_of_company on call_back (company_id);
create index call_hold_of_company on call_hold (company_id);
create index company_link_of_company on company_link (company_id);
create index list_company_of_company on list_company (company_id);
create index promise_of_company on promise (company_id);
create index strike_of_company on strike (company_id);
create index visit_of_company on visit (company_id);
create index visit_draft_of_company on visit_draft (company_id);
