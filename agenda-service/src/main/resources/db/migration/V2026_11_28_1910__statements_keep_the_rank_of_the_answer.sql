-- An answer that names the same speaker in another rank than the answer before changes the rank; one that says the same leaves
-- what staff said since. Null where it is not known what the last answer said: the next one tells.
alter table statement add column answered_rank text;
