-- How far the change feeds of other services were read. The row is what copies that read the same feed meet at: whoever moves
-- the cursor on has the right to apply what lies before it.
create table followed_feed (
    feed text not null,
    edition text not null,
    cursor text,
    paused boolean not null default false,
    moved_at timestamptz,
    -- Before the end of the feed was ever reached, when following began.
    caught_up_at timestamptz not null default now(),
    constraint followed_feed_pkey primary key (feed, edition)
);
