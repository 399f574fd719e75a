-- Runs that other processes ask the owner for. States: 0 waiting, 1 taken up, 2 answered, 3 lapsed. The text is the scope
-- while a request waits, and the answer once it is answered; it goes when nobody needs it any more. A request stands until
-- the time that whoever asked extends. Numbers are not given twice: a number that is gone stays gone.
create table run_requests (
    id integer primary key autoincrement,
    state integer not null default 0,
    text text not null,
    asked_at integer not null,
    asked_until integer not null,
    epoch integer,
    taken_at integer,
    run integer
);
create index run_requests_open on run_requests (id) where text <> '';
create index run_requests_by_age on run_requests (asked_until);
