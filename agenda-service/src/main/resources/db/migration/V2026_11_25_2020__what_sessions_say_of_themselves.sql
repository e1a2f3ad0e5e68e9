-- What the programme says of a session besides title, time and organizers. Sessions that are there are seen by everybody.
alter table session
    add column state text not null default 'SCHEDULED',
    add column linkages jsonb not null default '[]',
    add column organizer_accounts varchar[] not null default '{}',
    add column floor_language text,
    add column interpretation varchar[] not null default '{}',
    add column captioning varchar[] not null default '{}',
    add column international_sign boolean not null default false,
    add column step_free boolean not null default false,
    add column join_link text,
    add column documents jsonb not null default '[]',
    add column recordings jsonb not null default '[]',
    add column outcome jsonb,
    add constraint session_state_is_stored check (state in ('DRAFT', 'SCHEDULED', 'POSTPONED', 'CANCELLED'));
