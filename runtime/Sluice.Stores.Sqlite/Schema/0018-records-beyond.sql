-- How many records more the source listed than are stored as present, when all of it was listed last. They are there and
-- not known: those of people who were forgotten. Together they are as many as the source should have.
alter table cursors add column beyond integer not null default 0;
