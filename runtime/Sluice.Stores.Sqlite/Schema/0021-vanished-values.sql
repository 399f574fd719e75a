-- What answers leave out is counted in each cycle, and mostly there is none. A value that is there and cannot be
-- converted is stored as '?' from now on, and not as one that is left out.
create index edits_absent on edits (value) where value = '';
