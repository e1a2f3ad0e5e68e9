-- By what a person calls one that is set apart: neither tells who it is, nor how many there are.
alter table quarantine add column id uuid not null default gen_random_uuid();
alter table quarantine add constraint quarantine_id unique (id);
-- A name of the network that made the voter suspicious, so that a whole network can be decided at once.
alter table quarantine add column network text;
create index quarantine_in_order on quarantine (edition, since, id);
