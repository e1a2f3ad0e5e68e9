-- Whether a project fits the rules of the contest.
create table screening (
    project uuid not null,
    version bigint not null,
    edition text not null,
    category int not null,
    eligible boolean not null,
    reasons text[] not null,
    explanation text,
    screened_at timestamptz not null,
    constraint screening_pkey primary key (project),
    constraint screening_is_of_a_project foreign key (project) references project (id),
    constraint screening_gives_reasons check (eligible = (cardinality(reasons) = 0))
);
create index screening_by_category on screening (edition, category);

-- What an expert thinks of a project. It stays when the assignment ends, and counts again if that comes back.
create table review (
    project uuid not null,
    expert text not null,
    version bigint not null,
    edition text not null,
    category int not null,
    scores jsonb not null,
    remark text,
    scored_at timestamptz not null,
    constraint review_pkey primary key (project, expert),
    constraint review_is_of_a_project foreign key (project) references project (id)
);
create index review_by_category on review (edition, category, project, expert);

-- What those who judge a project tell each other. A voice is the number by which other experts know an expert; 0 is the manager.
create table discussion_comment (
    id uuid not null,
    edition text not null,
    project uuid not null,
    author text not null,
    voice int not null,
    words text not null,
    written_at timestamptz not null,
    constraint discussion_comment_pkey primary key (id),
    constraint discussion_comment_is_on_a_project foreign key (project) references project (id),
    constraint discussion_comment_has_a_voice check (voice >= 0)
);
create index discussion_comment_in_order on discussion_comment (project, written_at, id);
