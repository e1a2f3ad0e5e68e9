-- Whether everybody has been told what a session itself says came of it, which is read once the session is over. Of those that
-- are over the service looks in the changes whether a release told it.
alter table session add column outcome_told boolean not null default false;
