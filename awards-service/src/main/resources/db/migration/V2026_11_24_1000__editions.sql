-- One year of the WSIS Prizes. Its phases and rules are read and written as a whole, and never asked for one by one.
create table edition (
    code text not null,
    version bigint not null,
    title jsonb not null,
    zone text not null,
    languages jsonb not null,
    phases jsonb not null,
    rules jsonb not null,
    constraint edition_pkey primary key (code),
    constraint edition_code_starts_with_a_year check (code ~ '^[0-9]{4}(-[a-z0-9]{1,20})?$')
);
