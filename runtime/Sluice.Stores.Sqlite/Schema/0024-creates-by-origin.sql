-- What was sent to make a record may show only when its create is settled.
create index intents_by_origin on intents (pairing, origin_key) where content is not null;
