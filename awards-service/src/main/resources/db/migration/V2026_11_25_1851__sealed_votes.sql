-- The first and the last line of the ledger's file, as they were signed: whatever becomes of rules and keys later, they stay.
-- No ledger was sealed before there was this.
alter table ledger add column header text not null;
alter table ledger add column footer text not null;

-- What every counting asks of a voter's votes. It cannot change any more once the ledger is sealed, so it is found out then,
-- once: looked for anew it took longer than the counting itself.
create table ballot (
    voter bigint not null,
    edition text not null,
    votes int not null,
    superseded int not null,
    categories int not null,
    constraint ballot_pkey primary key (voter),
    constraint ballot_is_of_a_voter foreign key (voter, edition) references voter (id, edition),
    constraint ballot_is_of_a_ledger foreign key (edition) references ledger (edition)
);
create index ballot_by_edition on ballot (edition, categories);
create trigger ballot_stays before update or delete on ballot for each row execute function stays_as_written();

-- The votes whose place another has taken.
create table superseded_vote (
    vote uuid not null,
    edition text not null,
    voter bigint not null,
    category int not null,
    project uuid not null,
    constraint superseded_vote_pkey primary key (vote),
    constraint superseded_vote_is_a_vote foreign key (vote) references vote (id),
    constraint superseded_vote_is_of_a_ledger foreign key (edition) references ledger (edition)
);
create index superseded_vote_by_edition on superseded_vote (edition);
create trigger superseded_vote_stays before update or delete on superseded_vote
    for each row execute function stays_as_written();
