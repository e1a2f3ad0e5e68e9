-- What takes part in the contest.
create table project (
    id uuid not null,
    version bigint not null,
    edition text not null,
    category int not null,
    state text not null,
    owner text not null,
    co_owners varchar[] not null,
    title text,
    form jsonb not null,
    -- Personal data: name, address and telephone number of whoever answers for the project.
    contact jsonb,
    entity text,
    country text,
    stakeholder_type text,
    goals int[] not null,
    -- What makes two titles or two names of an entity the same: without case, accents and punctuation.
    title_key text,
    entity_key text,
    -- Null where the edition lets an entity hand in several projects a category.
    entity_in_category text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    submitted_at timestamptz,
    constraint project_pkey primary key (id),
    constraint project_is_of_a_category foreign key (edition, category) references category (edition, number),
    constraint project_state_is_known check (state in ('DRAFT', 'SUBMITTED', 'WITHDRAWN')),
    constraint project_was_submitted check ((state = 'DRAFT') = (submitted_at is null)),
    constraint project_is_whole check (state = 'DRAFT'
        or title is not null and entity is not null and country is not null and stakeholder_type is not null)
);
create unique index project_is_submitted_once on project (edition, title_key, entity_key) where state = 'SUBMITTED';
create unique index project_of_the_entity_in_the_category on project (edition, category, entity_in_category)
    where state = 'SUBMITTED';
create index project_by_owner on project (edition, owner, created_at, id);
create index project_by_co_owner on project using gin (co_owners);
create index project_by_category on project (edition, category, id) where state = 'SUBMITTED';

create table picture (
    id uuid not null,
    project uuid not null,
    logo boolean not null,
    media_type text not null,
    width int not null,
    height int not null,
    bytes bytea not null,
    digest text not null,
    stored_at timestamptz not null,
    constraint picture_pkey primary key (id),
    constraint picture_of_a_project foreign key (project) references project on delete cascade,
    constraint picture_has_a_known_form check (media_type in ('image/png', 'image/jpeg'))
);
create index picture_by_project on picture (project, id);
create unique index project_has_one_logo on picture (project) where logo;
