-- Who comes without a Member State and asks to be accredited, what was decided on it, and what was sent to prove it.
create table accreditation (
    id uuid not null,
    version bigint not null,
    edition text not null,
    person text not null,
    state text not null,
    entity_type text,
    country text,
    -- Personal data.
    content jsonb not null,
    carried_from uuid,
    created_at timestamptz not null,
    submitted_at timestamptz,
    reviewer text,
    decided_at timestamptz,
    decided_by text,
    reason text,
    appealed_at timestamptz,
    appeal text,
    appeal_decided_at timestamptz,
    appeal_decided_by text,
    appeal_reason text,
    constraint accreditation_pkey primary key (id),
    constraint accreditation_is_of_an_edition foreign key (edition) references edition (code),
    constraint accreditation_is_one unique (edition, person),
    constraint accreditation_was_carried_from foreign key (carried_from) references accreditation (id),
    constraint accreditation_state_is_known check (state in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'ACCREDITED', 'REFUSED',
        'APPEALED', 'UPHELD', 'OVERTURNED')),
    constraint accreditation_was_decided check (
        state in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW') or carried_from is not null
            or decided_at is not null and decided_by is not null),
    constraint accreditation_is_told_why check (state <> 'REFUSED' or reason is not null),
    constraint accreditation_was_appealed check ((appealed_at is null) = (appeal is null)),
    constraint accreditation_appeal_was_decided check (
        (state in ('UPHELD', 'OVERTURNED')) = (appeal_decided_at is not null)
            and (appeal_decided_at is null) = (appeal_decided_by is null)
            and (appeal_decided_at is null or appealed_at is not null)),
    -- Nobody judges the own judgement.
    constraint accreditation_appeal_goes_to_another check (appeal_decided_by <> decided_by)
);
create index accreditation_in_order on accreditation (edition, submitted_at, id) where state <> 'DRAFT';
create index accreditation_by_state on accreditation (edition, state, submitted_at, id);
create index accreditation_carried on accreditation (carried_from);

create table accreditation_document (
    id uuid not null,
    accreditation uuid not null,
    -- Which of so many it is: the database itself knows when there are too many.
    position int not null,
    name text not null,
    media_type text not null,
    size int not null,
    digest text not null,
    bytes bytea not null,
    stored_at timestamptz not null,
    constraint accreditation_document_pkey primary key (id),
    constraint document_of_an_accreditation foreign key (accreditation) references accreditation (id),
    constraint accreditation_document_position_is_free unique (accreditation, position),
    constraint accreditation_document_is_one_of_ten check (position between 1 and 10),
    constraint accreditation_document_has_a_known_form check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    constraint accreditation_document_is_small_enough check (size = octet_length(bytes) and size between 1 and 5242880)
);
alter table accreditation_document alter column bytes set storage external;
