-- The order of the ledger.
create index vote_in_order on vote (edition, cast_at, id);
