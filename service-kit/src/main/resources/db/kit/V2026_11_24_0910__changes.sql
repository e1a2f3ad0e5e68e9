-- What changed, for the feed and as the audit trail. Written once, in the transaction of the change itself.
create table change (
    -- 64 bits wide, unlike xmin: it never comes round, and it orders changes by transaction.
    transaction xid8 not null default pg_current_xact_id(),
    position bigint generated always as identity,
    id uuid not null,
    edition text not null,
    type text not null,
    subject text not null,
    fields text[] not null,
    actor text not null,
    audiences text[] not null,
    recorded_at timestamptz not null default now(),
    constraint change_pkey primary key (transaction, position),
    constraint change_has_an_audience check (cardinality(audiences) > 0)
);
create index change_by_edition on change (edition, transaction, position);
create index change_by_subject on change (edition, subject text_pattern_ops, transaction, position);
create index change_by_age on change (edition, recorded_at);
create index change_that_is_public on change (edition, transaction, position) where audiences @> '{public}';

-- The trail is append-only, also for the service's own role.
create function refuse_change_of_change() returns trigger language plpgsql as $$
begin
    raise exception 'Changes are not changed.';
end
$$;
create trigger changes_stay before update or delete on change
    for each row execute function refuse_change_of_change();

-- Tells all copies of the service that something was recorded, when the transaction commits.
create function announce_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('change:' || tg_table_schema, '');
    return null;
end
$$;
create trigger changes_are_announced after insert on change
    for each statement execute function announce_change();
