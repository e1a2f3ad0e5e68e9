-- Lists are in the order in which things were handed in, so what was handed in says when.
alter table registration add constraint registration_was_submitted check (state = 'DRAFT' or submitted_at is not null);
alter table accreditation add constraint accreditation_was_submitted check (state = 'DRAFT' or submitted_at is not null);
