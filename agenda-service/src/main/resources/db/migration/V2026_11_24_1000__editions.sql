-- The years of the Forum with the rules that hold in them.
create table edition (
    code text not null,
    content jsonb not null,
    constraint edition_pkey primary key (code),
    constraint edition_is_named_as_it_says check (content ->> 'code' = code)
);
