-- Since when a record is known to be gone: what was decided before is not about that. Null for what went before this was
-- kept. The time of a ruling is when it was said from now on, and not when it was applied.
alter table records add column gone_at integer;
