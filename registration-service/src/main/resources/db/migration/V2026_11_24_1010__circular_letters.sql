create table circular_letter (
    id uuid not null,
    version bigint not null,
    edition text not null,
    reference text not null,
    content jsonb not null,
    constraint circular_letter_pkey primary key (id),
    constraint circular_letter_reference_is_free unique (edition, reference),
    constraint circular_letter_has_an_edition foreign key (edition) references edition (code)
);
