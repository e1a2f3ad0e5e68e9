-- Subscriptions of addresses to changes, and the log of what was delivered to them.
create table webhook (
    id uuid not null,
    version bigint not null,
    edition text not null,
    owner text not null,
    created_at timestamptz not null,
    url text not null,
    types text[] not null,
    subject text,
    paused boolean not null,
    state text not null,
    secret text not null,
    retiring_secret text,
    retires_at timestamptz,
    challenged_at timestamptz,
    -- The place in the feed up to which everything was taken.
    after_transaction bigint not null,
    after_position bigint not null,
    failures int not null,
    due_at timestamptz not null,
    -- Which copy of the service is at it, and until when nobody else may be.
    claim uuid,
    claimed_until timestamptz,
    constraint webhook_pkey primary key (id),
    constraint webhook_state_is_known check (state in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    constraint webhook_secret_retires_in_time check ((retiring_secret is null) = (retires_at is null)),
    constraint webhook_claim_ends check ((claim is null) = (claimed_until is null))
);
create index webhook_by_owner on webhook (edition, owner, created_at, id);
create index webhook_that_is_due on webhook (due_at) where state = 'ACTIVE' and not paused;

create table webhook_delivery (
    id bigint generated always as identity,
    webhook uuid not null,
    message text not null,
    type text not null,
    subject text not null,
    sequence text,
    attempt int not null,
    started_at timestamptz not null,
    took_ms bigint not null,
    outcome text not null,
    status int,
    next_attempt_at timestamptz,
    constraint webhook_delivery_pkey primary key (id),
    constraint webhook_delivery_of_a_webhook foreign key (webhook) references webhook on delete cascade
);
create index webhook_delivery_by_webhook on webhook_delivery (webhook, id);
create index webhook_delivery_by_age on webhook_delivery (started_at);
