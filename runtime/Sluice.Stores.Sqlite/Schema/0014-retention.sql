-- What is removed when it is older than people want to keep it: the oldest first.
create index intents_settled on intents (at) where state > 1 and content is null;
create index plans_by_age on plans (at);
create index runs_by_age on runs (started_at);
