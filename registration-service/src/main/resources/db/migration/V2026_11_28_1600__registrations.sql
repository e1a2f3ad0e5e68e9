-- Who comes to an edition, as what, and how far the registration has come.
alter table invitation add constraint invitation_of_the_edition unique (edition, id);

create table registration (
    id uuid not null,
    version bigint not null,
    edition text not null,
    -- The subject of who registered; null for somebody whom a focal point entered.
    person text,
    entered_by text not null,
    state text not null,
    category text not null,
    attendance text not null,
    country text,
    delegation uuid,
    -- Which kind of place of the delegation is held.
    place text,
    -- Personal data from here on: what was entered, and apart from it what few may see.
    content jsonb not null,
    visa jsonb,
    accessibility text,
    listed boolean not null,
    -- What lists are ordered by: a collation key, in which accents and case come last.
    name_key text not null,
    -- By what two registrations of one person find each other.
    match_email text,
    match_name text,
    birth_date date,
    words tsvector not null default '',
    invitation uuid,
    reason text,
    created_at timestamptz not null,
    submitted_at timestamptz,
    approved_at timestamptz,
    approved_by text,
    decided_at timestamptz,
    decided_by text,
    visa_approved_at timestamptz,
    constraint registration_pkey primary key (id),
    constraint registration_is_of_an_edition foreign key (edition) references edition (code),
    constraint registration_is_one unique (edition, person),
    constraint registration_is_of_a_delegation foreign key (edition, delegation) references delegation (edition, id),
    constraint registration_is_of_an_invitation foreign key (edition, invitation) references invitation (edition, id),
    constraint registration_invitation_is_free unique (invitation),
    constraint registration_state_is_known check (state in ('DRAFT', 'SUBMITTED', 'FOCAL_POINT_APPROVED', 'ACCREDITED', 'REJECTED',
        'WAITLISTED', 'WITHDRAWN')),
    constraint registration_attendance_is_known check (attendance in ('ON_SITE', 'REMOTE')),
    constraint registration_place_is_known check (place in ('ON_SITE', 'REMOTE')),
    constraint registration_place_is_of_a_delegation check (place is null or delegation is not null),
    constraint registration_was_approved check ((approved_at is null) = (approved_by is null)),
    constraint registration_was_decided check ((decided_at is null) = (decided_by is null)),
    constraint registration_is_told_why check (state not in ('REJECTED', 'WAITLISTED') or reason is not null)
);
create index registration_in_order on registration (edition, submitted_at, id) where state <> 'DRAFT';
create index registration_by_state on registration (edition, state, submitted_at, id);
create index registration_by_category on registration (edition, category, submitted_at, id);
create index registration_by_country on registration (edition, country, submitted_at, id);
create index registration_by_delegation on registration (delegation, submitted_at, id);
create index registration_by_email on registration (edition, match_email) where state <> 'DRAFT';
create index registration_by_name on registration (edition, match_name, birth_date) where state <> 'DRAFT';
create index registration_by_words on registration using gin (words);
create index registration_listed on registration (edition, name_key, id) where state = 'ACCREDITED' and listed;
