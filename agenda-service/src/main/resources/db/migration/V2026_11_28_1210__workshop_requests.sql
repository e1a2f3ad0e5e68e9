-- Requests of thematic workshops. The session that an accepted one becomes bears the id of the request.
create table workshop_request (
    id uuid not null,
    version bigint not null,
    edition text not null,
    owner text not null,
    state text not null,
    stakeholder_type text not null,
    region text not null,
    -- Personal data: who answers for the request.
    contact jsonb not null,
    said jsonb not null,
    reason text,
    made_at timestamptz not null,
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by text,
    constraint workshop_request_pkey primary key (id),
    constraint workshop_request_is_of_an_edition foreign key (edition) references edition (code),
    constraint workshop_request_state_is_known check (state in
        ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'CHANGE_REQUESTED', 'WAITLISTED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
    constraint workshop_request_was_submitted check (state in ('DRAFT', 'WITHDRAWN') or submitted_at is not null),
    constraint workshop_request_was_decided check (
        (state in ('WAITLISTED', 'ACCEPTED', 'REJECTED')) <= (decided_at is not null and decided_by is not null)),
    constraint workshop_request_is_told_why check (
        state not in ('CHANGE_REQUESTED', 'WAITLISTED', 'REJECTED') or reason is not null),
    constraint workshop_request_is_decided_by_others check (decided_by is distinct from owner)
);
create index workshop_request_in_order on workshop_request (edition, made_at, id);
create index workshop_request_by_owner on workshop_request (edition, owner, made_at, id);

create table workshop_review (
    request uuid not null,
    reviewer text not null,
    recommendation text not null,
    comment text,
    reviewed_at timestamptz not null,
    constraint workshop_review_pkey primary key (request, reviewer),
    constraint workshop_review_of_a_request foreign key (request) references workshop_request on delete cascade,
    constraint workshop_review_recommends_something check (recommendation in ('ACCEPT', 'REJECT', 'WAITLIST', 'CHANGE'))
);
