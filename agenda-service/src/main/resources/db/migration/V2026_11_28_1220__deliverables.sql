-- What organizers of accepted workshops have handed in, and of what they were reminded.
create table workshop_delivery (
    request uuid not null,
    kind text not null,
    delivered_at timestamptz not null,
    constraint workshop_delivery_pkey primary key (request, kind),
    constraint workshop_delivery_of_a_request foreign key (request) references workshop_request on delete cascade,
    constraint workshop_delivery_kind_is_known check (kind in ('DESCRIPTION', 'LOGO', 'PANELLISTS', 'OUTCOME'))
);

-- A reminder is stored before it is sent: whichever copy of the service stores it first sends it, and no other.
create table workshop_reminder (
    request uuid not null,
    kind text not null,
    -- How many days before it is due.
    days integer not null,
    claimed_at timestamptz not null,
    sent_at timestamptz,
    failed_at timestamptz,
    failures integer not null default 0,
    constraint workshop_reminder_pkey primary key (request, kind, days),
    constraint workshop_reminder_of_a_request foreign key (request) references workshop_request on delete cascade,
    constraint workshop_reminder_kind_is_known check (kind in ('DESCRIPTION', 'LOGO', 'PANELLISTS', 'OUTCOME')),
    constraint workshop_reminder_was_sent_or_failed check (sent_at is null or failed_at is null)
);
