-- A reminder is of something at the time at which it is due: when that moves, one is reminded anew. Those that were sent are of
-- the time at which it is due now.
alter table workshop_reminder add column due_at timestamptz;
update workshop_reminder as reminder set due_at = greatest(
        case reminder.kind
            when 'OUTCOME' then session.ends_at + make_interval(hours => 24 * (deliverable ->> 'days')::integer)
            else session.starts_at - make_interval(hours => 24 * (deliverable ->> 'days')::integer) end,
        date_trunc('minute', request.decided_at)
            + make_interval(hours => 24 * (deliverable ->> 'leastDays')::integer))
    from workshop_request as request
        join session on session.id = request.id
        join edition on edition.code = request.edition
        cross join jsonb_array_elements(edition.content #> '{consultation,workshops,deliverables}') as deliverable
    where request.id = reminder.request and lower(reminder.kind) = deliverable ->> 'kind';
-- Of a workshop that is not in the programme any more nobody is reminded.
delete from workshop_reminder where due_at is null;
alter table workshop_reminder alter column due_at set not null;
alter table workshop_reminder drop constraint workshop_reminder_pkey;
alter table workshop_reminder add constraint workshop_reminder_pkey primary key (request, kind, days, due_at);

-- When one whose sending failed is tried again.
alter table workshop_reminder add column retry_at timestamptz;
update workshop_reminder set retry_at = failed_at;
alter table workshop_reminder add constraint workshop_reminder_is_tried_again
    check (failed_at is null or retry_at is not null);

-- What need not be handed in, since whoever makes the programme says so.
create table workshop_waiver (
    request uuid not null,
    kind text not null,
    reason text not null,
    waived_at timestamptz not null,
    constraint workshop_waiver_pkey primary key (request, kind),
    constraint workshop_waiver_of_a_request foreign key (request) references workshop_request on delete cascade,
    constraint workshop_waiver_kind_is_known check (kind in ('DESCRIPTION', 'LOGO', 'PANELLISTS', 'OUTCOME'))
);
