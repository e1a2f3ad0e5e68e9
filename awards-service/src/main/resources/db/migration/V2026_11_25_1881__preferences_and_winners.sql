-- Which champion an expert prefers in a category. Whether that counts is asked when it is read.
create table preference (
    edition text not null,
    category int not null,
    expert text not null,
    project uuid not null,
    reason text not null,
    stated_at timestamptz not null,
    constraint preference_pkey primary key (edition, category, expert),
    constraint preference_is_of_a_category foreign key (edition, category) references category (edition, number),
    constraint preference_is_for_a_project foreign key (project) references project (id)
);

-- What the Expert Group has decided: the winners of a category, of which there may be several.
create table winner_decision (
    edition text not null,
    category int not null,
    version bigint not null,
    projects uuid[] not null,
    reason text not null,
    decided_at timestamptz not null,
    -- Whether those who follow the changes have been told.
    announced boolean not null default false,
    constraint winner_decision_pkey primary key (edition, category),
    constraint winner_decision_is_of_a_category foreign key (edition, category) references category (edition, number),
    constraint winner_decision_names_winners check (cardinality(projects) > 0)
);
create index winner_decision_to_announce on winner_decision (edition, category) where not announced;

-- The champions and which of them have won, as everybody may see them when the embargoes are over.
create view laureate as
    select champion.edition, champion.category, champion.project,
        coalesce(champion.project = any (winner_decision.projects), false) as won,
        stocktaking.action_line, stocktaking.title, stocktaking.entity, stocktaking.country, stocktaking.stakeholder_type,
        stocktaking.goals, stocktaking.description, stocktaking.form ->> 'website' as website
    from champion
    join stocktaking on stocktaking.id = champion.project
    left join winner_decision
        on winner_decision.edition = champion.edition and winner_decision.category = champion.category;
