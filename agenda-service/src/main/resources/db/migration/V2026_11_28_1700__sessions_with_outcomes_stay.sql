-- What came of a session is not to vanish with it: outcomes are taken out first, each with its history.
-- Not valid at first, so that the table can be written while its rows are looked through; they all have their sessions.
alter table outcome drop constraint outcome_is_of_a_session;
alter table outcome add constraint outcome_is_of_a_session foreign key (session) references session not valid;
