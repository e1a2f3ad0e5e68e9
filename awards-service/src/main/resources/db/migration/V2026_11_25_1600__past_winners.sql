-- Projects that won in earlier editions, as the awards manager enters them.
create table past_winner (
    id uuid not null,
    version bigint not null,
    edition text not null,
    year int not null,
    action_line text not null,
    title text not null,
    entity text not null,
    country text,
    constraint past_winner_pkey primary key (id),
    constraint past_winner_edition_exists foreign key (edition) references edition (code),
    constraint past_winner_won_before_the_edition check (year < left(edition, 4)::int)
);
create index past_winner_by_year on past_winner (edition, year, id);
