-- An edit that lost against another while the write that takes its place may not come through: it is no new edit to any
-- other pairing. Empty where there is none.
alter table marks add column overruled text not null default '';
