-- The categories of an edition, known by their number as in every call for projects.
create table category (
    edition text not null,
    number int not null,
    version bigint not null,
    action_line text not null,
    name jsonb not null,
    constraint category_pkey primary key (edition, number),
    constraint category_edition_exists foreign key (edition) references edition (code),
    constraint category_number_is_positive check (number > 0)
);
