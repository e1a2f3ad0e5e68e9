-- A draft that was taken back was never handed in: it is nobody's business, and nothing of it is kept.
delete from workshop_request where state = 'WITHDRAWN' and submitted_at is null;
alter table workshop_request drop constraint workshop_request_was_submitted;
alter table workshop_request add constraint workshop_request_was_submitted
    check (state = 'DRAFT' or submitted_at is not null);

-- What was decided before reviewers sent it back is decided no more.
update workshop_request set decided_at = null, decided_by = null where state = 'CHANGE_REQUESTED';

alter table workshop_request add column last_submitted_at timestamptz;
update workshop_request set last_submitted_at = submitted_at;
alter table workshop_request add constraint workshop_request_was_last_submitted
    check (last_submitted_at >= submitted_at);
