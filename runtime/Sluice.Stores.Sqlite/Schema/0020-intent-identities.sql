-- What tells a create from all others, in any store. Null for creates from before, and for all else.
alter table intents add column identity text;
