create table edition (
    code text not null,
    rules jsonb not null,
    constraint edition_pkey primary key (code)
);
