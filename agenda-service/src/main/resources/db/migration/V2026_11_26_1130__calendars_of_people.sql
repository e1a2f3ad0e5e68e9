-- By which secret address the calendar program of a person reads the bookmarks. The address itself is nowhere.
create table agenda_feed (
    subject text not null,
    edition text not null,
    key_hash text not null,
    made_at timestamptz not null,
    read_at timestamptz,
    constraint agenda_feed_pkey primary key (subject, edition),
    constraint agenda_feed_is_of_an_edition foreign key (edition) references edition (code),
    constraint agenda_feed_key_opens_one unique (key_hash)
);
