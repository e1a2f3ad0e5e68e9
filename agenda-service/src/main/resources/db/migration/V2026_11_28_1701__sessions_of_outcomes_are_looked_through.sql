alter table outcome validate constraint outcome_is_of_a_session;
