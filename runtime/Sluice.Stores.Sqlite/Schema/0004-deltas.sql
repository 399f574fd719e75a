-- How far the changes of an entity were read. The cursor is the source's own text and means nothing here. The lens and the
-- pages are those of the last complete enumeration; seen_from is when the last one that came to its end was opened, be it
-- of everything or of changes.
alter table cursors add column cursor text;
alter table cursors add column lens text;
alter table cursors add column pages integer not null default 0;
alter table cursors add column seen_from integer;

-- What stood in a physical record before we wrote to it, as long as its system may still show that.
create table own_writes (
    id integer primary key,
    record integer not null references records (id),
    path text not null,
    before_value text not null,
    sent_value text not null,
    at integer not null
);
create index own_writes_of on own_writes (record);

-- What a side shows since the two last agreed on the field, and when that came about.
create table edits (
    link integer not null references links (id) on delete cascade,
    side integer not null,
    field text not null,
    value text not null,
    after integer,
    not_later integer not null,
    primary key (link, side, field)
) without rowid;
