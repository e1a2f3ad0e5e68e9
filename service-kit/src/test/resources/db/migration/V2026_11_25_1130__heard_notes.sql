-- What the follower of notes did, one row an effect: nothing here keeps it from doing it twice.
create table heard_note (
    edition text not null,
    what text not null
);
