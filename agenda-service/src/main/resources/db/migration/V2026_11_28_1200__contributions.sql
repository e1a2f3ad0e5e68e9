-- What stakeholders say in the open consultation. A contribution that is taken back is deleted: of its author there is the
-- subject of an account, and nothing is left of that.
create table contribution (
    id uuid not null,
    version bigint not null,
    edition text not null,
    owner text not null,
    form text not null,
    -- What figures are made of.
    stakeholder_type text not null,
    region text not null,
    action_lines varchar[] not null,
    goals integer[] not null,
    said jsonb not null,
    -- Whether a reviewer leaves it on the public list, and whether it is there: its author must agree as well.
    listed boolean not null,
    shown boolean not null,
    contributed_at timestamptz not null,
    constraint contribution_pkey primary key (id),
    constraint contribution_is_of_an_edition foreign key (edition) references edition (code),
    constraint contribution_is_shown_while_listed check (listed or not shown)
);
create index contribution_in_order on contribution (edition, contributed_at, id);
create index contribution_shown_in_order on contribution (edition, contributed_at, id) where shown;
create index contribution_by_owner on contribution (edition, owner, contributed_at, id);
