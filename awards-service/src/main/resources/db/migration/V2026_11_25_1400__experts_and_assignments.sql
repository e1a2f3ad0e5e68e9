-- Who judges in an edition, and what stands between an expert and a project.
create table expert (
    edition text not null,
    subject text not null,
    version bigint not null,
    categories int[] not null,
    country text not null,
    entity text,
    entity_key text,
    collaborators text[] not null,
    collaborator_keys text[] not null,
    constraint expert_pkey primary key (edition, subject),
    constraint expert_of_an_edition foreign key (edition) references edition (code),
    constraint expert_judges_something check (cardinality(categories) > 0),
    constraint expert_entity_has_a_key check ((entity is null) = (entity_key is null))
);
create index expert_by_category on expert using gin (categories);

create table assignment (
    project uuid not null,
    expert text not null,
    edition text not null,
    category int not null,
    automatic boolean not null,
    assigned_at timestamptz not null,
    constraint assignment_pkey primary key (project, expert),
    constraint assignment_is_of_a_project foreign key (project) references project (id),
    constraint assignment_is_of_an_expert foreign key (edition, expert) references expert (edition, subject)
);
create index assignment_in_order on assignment (edition, category, project, expert);
create index assignment_by_expert on assignment (edition, expert, project);

-- What an expert has declared. It outlives the assignment, so that nobody is assigned again who has declared once.
create table declared_conflict (
    project uuid not null,
    expert text not null,
    edition text not null,
    reason text not null,
    declared_at timestamptz not null,
    constraint declared_conflict_pkey primary key (project, expert),
    constraint declared_conflict_is_with_a_project foreign key (project) references project (id)
);
create index declared_conflict_by_expert on declared_conflict (edition, expert);
