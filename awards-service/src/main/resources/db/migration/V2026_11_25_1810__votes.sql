-- Who votes. Neither account nor address can be told from what stands here: both are HMACs under a key that is not in the
-- database. A mailbox votes once, whatever accounts it has, and an account has one mailbox for all of its votes.
create table voter (
    id bigint generated always as identity,
    edition text not null,
    account bytea not null,
    mailbox bytea not null,
    disposable boolean not null,
    first_seen_at timestamptz not null,
    constraint voter_pkey primary key (id),
    constraint voter_is_of_an_edition foreign key (edition) references edition (code),
    constraint voter_of_an_edition unique (id, edition),
    constraint voter_has_one_mailbox unique (edition, account),
    constraint mailbox_votes_once unique (edition, mailbox)
);

-- The votes, as they were cast. Only ever added to. A vote that takes another's place, where the edition lets people change
-- their minds, names it; without that there is one vote a voter and category, and of two at once one is refused here.
create table vote (
    id uuid not null,
    voter bigint not null,
    edition text not null,
    category int not null,
    project uuid not null,
    supersedes uuid,
    cast_at timestamptz not null,
    network bytea not null,
    constraint vote_pkey primary key (id),
    constraint vote_is_of_a_voter foreign key (voter, edition) references voter (id, edition),
    constraint vote_supersedes_a_vote foreign key (supersedes) references vote (id),
    constraint vote_once_a_category unique nulls not distinct (voter, category, supersedes)
);
create trigger vote_stays before update or delete on vote for each row execute function stays_as_written();

-- The ledger of an edition from the moment on at which no vote can be added to it: how many there are, and where their chain
-- of hashes ends.
create table ledger (
    edition text not null,
    sealed_at timestamptz not null,
    votes bigint not null,
    head bytea not null,
    constraint ledger_pkey primary key (edition),
    constraint ledger_is_of_an_edition foreign key (edition) references edition (code),
    constraint ledger_has_a_head check (length(head) = 32)
);
create trigger ledger_stays before update or delete on ledger for each row execute function stays_as_written();

-- Voters whose votes are set apart until a person has decided, and what was decided.
create table quarantine (
    voter bigint not null,
    edition text not null,
    score int not null,
    reasons jsonb not null,
    since timestamptz not null,
    decision text,
    reason text,
    decided_by text,
    decided_at timestamptz,
    version bigint not null default 0,
    constraint quarantine_pkey primary key (voter),
    constraint quarantine_is_of_a_voter foreign key (voter, edition) references voter (id, edition),
    constraint quarantine_decision check (decision in ('counted', 'excluded')),
    constraint quarantine_is_decided_by_somebody check (
        (decision is null) = (decided_by is null)
        and (decision is null) = (decided_at is null)
        and (decision is null) = (reason is null))
);
create index quarantine_undecided on quarantine (edition) where decision is null;
