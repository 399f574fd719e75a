-- A lineage reaches over links that ended, too: what was deleted is not made again by way of another pairing.
drop index links_from_left;
drop index links_from_right;
create index links_from_left on links (left_record, right_record) where state <> 2;
create index links_from_right on links (right_record, left_record) where state <> 2;
