-- The sessions that people mean to go to, with what the programme said of them when they chose them. Of a person there is the
-- subject of the account and nothing else; it comes first in the keys, so that all of one person is found, given out and deleted.
create table bookmark (
    subject text not null,
    edition text not null,
    session uuid not null,
    made_at timestamptz not null,
    title jsonb not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    room uuid,
    state text not null,
    constraint bookmark_pkey primary key (subject, edition, session),
    constraint bookmark_is_of_an_edition foreign key (edition) references edition (code),
    constraint bookmark_state_is_public check (state in ('SCHEDULED', 'POSTPONED', 'CANCELLED'))
);
