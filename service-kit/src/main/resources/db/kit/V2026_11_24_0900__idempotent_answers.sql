-- Answers to POSTs with an Idempotency-Key, for 24 hours.
create table idempotent_answer (
    key_hash bytea not null,
    fingerprint bytea not null,
    answer bytea not null,
    stored_at timestamptz not null,
    constraint idempotent_answer_pkey primary key (key_hash)
);
create index idempotent_answer_stored_at on idempotent_answer (stored_at);
