-- A slot is asked for, offered and confirmed, exchanged and given; whoever speaks has a rank, and need not come from a country.
alter table statement
    alter column invitation drop not null,
    alter column country drop not null,
    add column entity text,
    add column entity_name jsonb,
    -- Letters went to ministers. Who represents one of them today is for the secretariat to say: it was not asked before.
    add column rank text not null default 'minister',
    add column substitute_honorific text,
    add column substitute_name text,
    add column substitute_title text,
    add column requested_at timestamptz,
    add column wish jsonb,
    add column offer_expires_at timestamptz,
    add column swap_with uuid,
    add column swap_session_id uuid,
    add column swap_starts_at timestamptz,
    add column delivered_from timestamptz,
    add column delivered_until timestamptz,
    add column text_at timestamptz,
    drop constraint statement_state_is_known,
    drop constraint statement_is_booked_or_has_no_slot,
    add constraint statement_state_is_known check (
        state in ('OPEN', 'REQUESTED', 'OFFERED', 'BOOKED', 'DELIVERED', 'WITHDRAWN')),
    add constraint statement_holds_a_slot_or_has_none check (
        (state in ('OFFERED', 'BOOKED', 'DELIVERED')) = (session_id is not null)
        and (state in ('OFFERED', 'BOOKED', 'DELIVERED')) = (starts_at is not null)
        and (state in ('OFFERED', 'BOOKED', 'DELIVERED')) = (seat is not null)),
    add constraint statement_offer_ends check ((state = 'OFFERED') = (offer_expires_at is not null)),
    add constraint statement_is_delivered_from_until check (
        (state = 'DELIVERED') = (delivered_from is not null)
        and (state = 'DELIVERED') = (delivered_until is not null)
        and delivered_from < delivered_until),
    add constraint statement_is_of_a_country_or_an_entity check (
        (country is null) = (entity is not null) and (entity is null) = (entity_name is null)),
    add constraint statement_swap_is_whole check (
        (swap_with is null) = (swap_session_id is null) and (swap_with is null) = (swap_starts_at is null)),
    add constraint statement_seat_of_entity_is_free unique (edition, entity, seat);
create index statement_swaps on statement (swap_with) where swap_with is not null;
create index statement_by_session on statement (session_id) where session_id is not null;
