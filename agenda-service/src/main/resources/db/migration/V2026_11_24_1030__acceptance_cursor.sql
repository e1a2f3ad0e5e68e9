-- How far registration-service's change feed was read.
create table acceptance_cursor (
    edition text not null,
    cursor text,
    moved_at timestamptz,
    constraint acceptance_cursor_pkey primary key (edition),
    constraint acceptance_cursor_is_of_an_edition foreign key (edition) references edition (code)
);
