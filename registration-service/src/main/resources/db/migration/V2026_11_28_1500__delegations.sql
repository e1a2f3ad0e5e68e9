-- Who comes together to an edition, and who speaks for them towards the Forum.
create table delegation (
    id uuid not null,
    version bigint not null,
    edition text not null,
    kind text not null,
    country text,
    name jsonb not null,
    -- What those are ordered by that are no States: a collation key, in which accents and case come last.
    name_key text not null,
    email text,
    on_site_quota int,
    remote_quota int,
    -- How many places are taken, counted here so that the database itself gives the last one away only once.
    on_site_taken int not null default 0,
    remote_taken int not null default 0,
    constraint delegation_pkey primary key (id),
    constraint delegation_is_of_an_edition foreign key (edition) references edition (code),
    -- What registrations refer to, so that nobody stands in one edition and in a delegation to another.
    constraint delegation_of_the_edition unique (edition, id),
    constraint delegation_kind_is_known check (kind in ('MEMBER_STATE', 'RESOLUTION_99', 'SECTOR_MEMBER', 'UN_BODY', 'IGO',
        'NGO', 'PRIVATE_SECTOR', 'ACADEMIA', 'TECHNICAL_COMMUNITY')),
    constraint delegation_of_a_state_has_a_country check (kind not in ('MEMBER_STATE', 'RESOLUTION_99') or country is not null),
    constraint delegation_on_site_is_within_quota check (on_site_taken between 0 and coalesce(on_site_quota, on_site_taken)),
    constraint delegation_remote_is_within_quota check (remote_taken between 0 and coalesce(remote_quota, remote_taken))
);
create unique index delegation_of_a_country_is_one on delegation (edition, country)
    where kind in ('MEMBER_STATE', 'RESOLUTION_99');
create unique index delegation_name_is_free on delegation (edition, kind, name_key)
    where kind not in ('MEMBER_STATE', 'RESOLUTION_99');

create table focal_point (
    id uuid not null,
    version bigint not null,
    delegation uuid not null,
    -- Who it is for the sign-in, and, personal data, how to reach them.
    subject text not null,
    name text not null,
    email text not null,
    deputy boolean not null,
    appointed_at timestamptz not null,
    appointed_by text not null,
    appointment_letter text not null,
    ended_at timestamptz,
    ended_by text,
    ending_letter text,
    constraint focal_point_pkey primary key (id),
    constraint focal_point_of_a_delegation foreign key (delegation) references delegation,
    constraint focal_point_was_ended check (
        (ended_at is null) = (ended_by is null) and (ended_at is null) = (ending_letter is null)),
    constraint focal_point_ends_after_it_began check (ended_at is null or ended_at >= appointed_at)
);
create unique index focal_point_is_one on focal_point (delegation) where ended_at is null and not deputy;
create unique index focal_point_is_appointed_once on focal_point (delegation, subject) where ended_at is null;
create index focal_point_in_order on focal_point (delegation, appointed_at, id);
create index focal_point_by_subject on focal_point (subject) where ended_at is null;
