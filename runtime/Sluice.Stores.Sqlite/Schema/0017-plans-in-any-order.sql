-- A plan of a million operations is written down once, and asked about one by one: no order of them is of use.
drop index plan_operations_in_order;
alter table plan_operations drop column number;
