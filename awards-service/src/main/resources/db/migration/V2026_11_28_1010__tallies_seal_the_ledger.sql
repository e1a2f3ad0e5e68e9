-- A tally seals the ledger itself, so it is there before the ledger. The table has a row for each time that somebody asked.
alter table tally drop constraint tally_is_of_a_ledger;
alter table tally add constraint tally_is_of_an_edition foreign key (edition) references edition (code);
alter table tally drop constraint tally_state_is_known;
alter table tally add constraint tally_state_is_known
    check (state in ('WAITING', 'SEALING', 'COUNTING', 'DONE', 'FAILED'));
drop index tally_to_be_counted;
create index tally_to_be_counted on tally (requested_at) where state in ('WAITING', 'SEALING', 'COUNTING');
