-- What a person decided of two projects that are alike. Which are alike is worked out whenever it is asked for.
create table likeness_decision (
    id uuid not null,
    version bigint not null,
    edition text not null,
    decision text not null,
    reason text not null,
    -- What was compared when it was decided: with other texts the decision says nothing.
    compared text not null,
    decided_at timestamptz not null,
    constraint likeness_decision_pkey primary key (id),
    constraint likeness_decision_edition_exists foreign key (edition) references edition (code),
    constraint likeness_decision_is_known check (decision in ('SAME', 'DIFFERENT'))
);
create index likeness_decision_by_edition on likeness_decision (edition);
