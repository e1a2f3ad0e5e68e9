-- The cursors of registration-service's change feed, with its pauses, go to where every feed is kept. A copy of the version
-- before cannot go on reading: with a cursor of its own it could take back what a newer answer has brought about.
lock table acceptance_cursor in access exclusive mode;
insert into followed_feed (feed, edition, cursor, paused, moved_at, caught_up_at)
    select 'registration', edition, cursor, paused, moved_at, coalesce(moved_at, now()) from acceptance_cursor;
drop table acceptance_cursor;
