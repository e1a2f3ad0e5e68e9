-- The table of projects is as new as this index: it is empty wherever this runs.
create index stocktaking_in_order on project (edition, submitted_at, id) where state = 'SUBMITTED';
