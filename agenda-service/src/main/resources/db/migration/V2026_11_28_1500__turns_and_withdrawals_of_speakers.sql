-- In a session that has no time nobody's turn comes; who declined when it had come leaves when nobody spoke; and staff withdraw
-- statements, with a reason.
alter table statement
    add column postponed boolean not null default false,
    add column declined boolean not null default false,
    add column withdrawal_reason text,
    add constraint statement_withdrawal_reason_is_bounded check (char_length(withdrawal_reason) <= 1000),
    add constraint statement_is_withdrawn_for_a_reason check (withdrawal_reason is null or state = 'WITHDRAWN');
update statement set postponed = true
    where session_id in (select id from session where state = 'POSTPONED');
