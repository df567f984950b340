-- The list of companies can be had largest first: of the register and of a centre's own companies alike, read from both ends of one order.
create index company_largest on company ((-coalesce(employees, employees_from, 0)), name, id);
create index own_company_largest on own_company (centre_id, (-coalesce(employees, employees_from, 0)), name, id);
