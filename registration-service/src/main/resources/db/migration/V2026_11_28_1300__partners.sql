-- Who supports an edition: what is offered to partners, who offers to be one, what they promise and what came of it.
create table partner_package (
    id uuid not null,
    version bigint not null,
    edition text not null,
    code text not null,
    tier int not null,
    places int,
    content jsonb not null,
    constraint partner_package_pkey primary key (id),
    constraint partner_package_is_of_an_edition foreign key (edition) references edition (code),
    constraint partner_package_code_is_free unique (edition, code),
    -- What a partner's own row refers to, so that nobody is partner of one edition with a package of another.
    constraint partner_package_of_the_edition unique (edition, id),
    constraint partner_package_tier_is_in_bounds check (tier between 1 and 99),
    constraint partner_package_places_are_some check (places is null or places > 0)
);

create table partner (
    id uuid not null,
    version bigint not null,
    edition text not null,
    state text not null,
    package uuid not null,
    -- The tier of its package, kept beside the partner so that the public list is read in the order of one index.
    tier int not null,
    -- Which of the places of a package that has only so many.
    seat int,
    name text not null,
    -- What the list is ordered by within a tier: a collation key, in which accents and case come last.
    name_key text not null,
    owner text not null,
    -- Personal data: who answers for the partner.
    contact jsonb not null,
    content jsonb not null,
    listed boolean not null,
    reason text,
    offered_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    constraint partner_pkey primary key (id),
    constraint partner_is_of_an_edition foreign key (edition) references edition (code),
    constraint partner_has_a_package foreign key (edition, package) references partner_package (edition, id),
    constraint partner_seat_is_free unique (package, seat),
    constraint partner_state_is_known check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    constraint partner_was_decided check ((state in ('ACCEPTED', 'DECLINED')) = (decided_at is not null and decided_by is not null)),
    constraint partner_has_a_seat_when_accepted check (seat is null or state = 'ACCEPTED'),
    constraint partner_is_told_why check (state <> 'DECLINED' or reason is not null)
);
create index partner_in_order on partner (edition, tier, name_key, id) where state = 'ACCEPTED' and listed;
create index partner_by_owner on partner (edition, owner, offered_at, id);
create index partner_by_package on partner (package);

create table partner_logo (
    partner uuid not null,
    media_type text not null,
    bytes bytea not null,
    digest text not null,
    constraint partner_logo_pkey primary key (partner),
    constraint partner_logo_of_a_partner foreign key (partner) references partner,
    constraint partner_logo_has_a_known_form check (media_type in ('image/png', 'image/jpeg'))
);

create table pledge (
    id uuid not null,
    version bigint not null,
    partner uuid not null,
    kind text not null,
    state text not null,
    amount numeric(15, 3),
    currency text,
    person_months numeric(6, 1),
    earmark text,
    what text,
    due_on date,
    pledged_at timestamptz not null,
    -- What was received so far, kept here so that the database itself knows when it would be more than was pledged.
    received_amount numeric(15, 3) not null,
    received_months numeric(6, 1) not null,
    receipts int not null,
    constraint pledge_pkey primary key (id),
    constraint pledge_of_a_partner foreign key (partner) references partner,
    constraint pledge_kind_is_known check (kind in ('CASH', 'IN_KIND', 'STAFF')),
    constraint pledge_state_is_known check (state in ('PLEDGED', 'CONFIRMED', 'WITHDRAWN')),
    constraint pledge_amount_has_a_currency check ((amount is null) = (currency is null)),
    constraint pledge_amount_is_some check (amount is null or amount > 0),
    constraint pledge_time_is_some check (person_months is null or person_months > 0),
    constraint pledge_is_not_exceeded check (
        received_amount between 0 and coalesce(amount, 0) and received_months between 0 and coalesce(person_months, 0)),
    constraint pledge_says_how_much check (
        case kind
            when 'CASH' then amount is not null and person_months is null
            when 'IN_KIND' then what is not null and person_months is null
            else person_months is not null end)
);
create index pledge_by_partner on pledge (partner, pledged_at, id);

create table fulfilment (
    id uuid not null,
    pledge uuid not null,
    received_on date not null,
    amount numeric(15, 3),
    person_months numeric(6, 1),
    note text,
    recorded_by text not null,
    recorded_at timestamptz not null,
    reversed_at timestamptz,
    reversed_by text,
    reversed_because text,
    constraint fulfilment_pkey primary key (id),
    constraint fulfilment_of_a_pledge foreign key (pledge) references pledge,
    constraint fulfilment_is_reversed_with_a_reason check (
        (reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reversed_because is null)),
    constraint fulfilment_amount_is_some check (amount is null or amount > 0),
    constraint fulfilment_time_is_some check (person_months is null or person_months > 0)
);
create index fulfilment_by_pledge on fulfilment (pledge, received_on, id);
