-- Versions of the public programme. What a release shows never changes afterwards.
create table release (
    edition text not null,
    number integer not null,
    note jsonb,
    released_at timestamptz not null,
    released_by text not null,
    differences jsonb not null,
    constraint release_pkey primary key (edition, number),
    constraint release_is_of_an_edition foreign key (edition) references edition (code),
    constraint release_number_counts check (number > 0)
);

-- What releases show: a thing stands as the body says from the first of these releases to the last, or until further notice.
create table released (
    edition text not null,
    kind text not null,
    id uuid not null,
    first_release integer not null,
    last_release integer,
    sequence integer not null,
    body jsonb not null,
    constraint released_pkey primary key (edition, kind, id, first_release),
    constraint released_from_a_release foreign key (edition, first_release) references release (edition, number),
    constraint released_until_a_release foreign key (edition, last_release) references release (edition, number),
    constraint released_for_some_time check (last_release >= first_release)
);
create unique index released_stands_once on released (edition, kind, id) where last_release is null;
create index released_by_release on released (edition, first_release, last_release);

create function refuse_change_of_release() returns trigger language plpgsql as $$
begin
    raise exception 'A release is never changed' using errcode = 'restrict_violation', constraint = 'release_is_final';
end
$$;
create trigger release_is_final before update or delete on release
    for each row execute function refuse_change_of_release();
create trigger released_is_final before delete on released
    for each row execute function refuse_change_of_release();
create trigger released_ends_once before update on released
    for each row when (old.last_release is not null or row(old.edition, old.kind, old.id, old.first_release, old.sequence, old.body)
        is distinct from row(new.edition, new.kind, new.id, new.first_release, new.sequence, new.body))
    execute function refuse_change_of_release();
