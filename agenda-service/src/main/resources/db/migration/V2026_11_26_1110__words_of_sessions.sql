-- What sessions are found by, beside what releases and the draft say of them: kept for each wording that somebody has searched
-- since, and worked out anew where it is missing, so that all of it may be thrown away at any time. What only a draft has said
-- goes when the draft says something else.
create table session_words (
    edition text not null,
    session uuid not null,
    wording text not null,
    released boolean not null,
    words tsvector not null,
    constraint session_words_pkey primary key (session, wording)
);
-- Written a few times a day and read all the time: what waits in a list to be sorted in makes every search slower, and makes the
-- planner think that the index is not worth it.
create index session_words_index on session_words using gin (words) with (fastupdate = off);
