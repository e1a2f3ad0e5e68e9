-- Countings of an edition's votes. A copy of the service that counts says so by its claim, which it renews: when it has died,
-- the claim ends and another copy begins anew.
create table tally (
    id uuid not null,
    edition text not null,
    state text not null,
    progress int not null,
    requested_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    claim uuid,
    claimed_until timestamptz,
    faults int not null,
    -- What it came to, with its SHA-256, and the categories in which nobody has decided yet who of those tied is a champion.
    document bytea,
    digest bytea,
    open_ties int[],
    constraint tally_pkey primary key (id),
    constraint tally_is_of_a_ledger foreign key (edition) references ledger (edition),
    constraint tally_state_is_known check (state in ('WAITING', 'COUNTING', 'DONE', 'FAILED')),
    constraint tally_claim_ends check ((claim is null) = (claimed_until is null)),
    constraint tally_has_a_result check (
        (state = 'DONE') = (document is not null)
        and (state = 'DONE') = (digest is not null)
        and (state = 'DONE') = (open_ties is not null)),
    constraint tally_progress_is_in_percent check (progress between 0 and 100)
);
create index tally_in_order on tally (edition, requested_at, id);
create index tally_to_be_counted on tally (requested_at) where state in ('WAITING', 'COUNTING');

-- Whom of those with as many votes the Expert Group made champions.
create table tie_decision (
    edition text not null,
    category int not null,
    version bigint not null,
    projects uuid[] not null,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint tie_decision_pkey primary key (edition, category),
    constraint tie_decision_is_of_a_category foreign key (edition, category) references category (edition, number)
);

-- Which tally made the champions of an edition.
create table publication (
    edition text not null,
    tally uuid not null,
    published_at timestamptz not null,
    constraint publication_pkey primary key (edition),
    constraint publication_is_of_a_tally foreign key (tally) references tally (id)
);
