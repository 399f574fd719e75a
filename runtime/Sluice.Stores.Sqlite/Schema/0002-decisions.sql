-- What people decided: left by any process, applied by the owner. The payload goes once a decision is settled.
alter table inbox rename to approvals_left;
drop index inbox_waiting;
create table inbox (
    id integer primary key,
    kind text not null,
    subject text not null,
    payload text not null,
    at integer not null,
    settled_at integer,
    applied integer not null default 0,
    outcome text not null default ''
);
insert into inbox (id, kind, subject, payload, at, settled_at, applied)
select id, 'approve', 'plan ' || plan, iif(applied_at is null, json_object('plan', plan), ''), at, applied_at,
    applied_at is not null
from approvals_left;
drop table approvals_left;
create index inbox_waiting on inbox (id) where settled_at is null;

-- What was decided about records without a counterpart. Rulings: 0 leave, 1 create.
create table rulings (
    pairing integer not null references pairings (id),
    side integer not null,
    key text not null,
    ruling integer not null,
    at integer not null,
    primary key (pairing, side, key)
) without rowid;

alter table pairings add column paused integer not null default 0;

-- What a person is asked, so that many questions can be answered at once.
alter table review add column cause integer not null default 0;
alter table review add column field text not null default '';
alter table review add column left_value text not null default '';
alter table review add column right_value text not null default '';

-- Where a value came from: the document, when its record was first seen so, and the write it caused.
alter table history add column document text not null default '';
alter table history add column seen_at integer;
alter table history add column intent integer;

-- Salted hashes of the keys of records that were erased, by which they are left alone.
create table forgotten (
    hash text not null primary key,
    at integer not null
) without rowid;
alter table store add column salt text not null default '';
alter table store add column scrub integer not null default 0;
create index records_by_identity on records (identity) where identity is not null;
