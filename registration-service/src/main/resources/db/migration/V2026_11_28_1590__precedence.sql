-- Who leads a delegation, and in what order its members are named. Of members who are not named here nothing is said: they follow.
create table precedence (
    delegation uuid not null,
    version bigint not null,
    head uuid,
    deputy_head uuid,
    listed jsonb not null,
    constraint precedence_pkey primary key (delegation),
    constraint precedence_of_a_delegation foreign key (delegation) references delegation,
    constraint precedence_heads_are_two_people check (head is null or deputy_head is null or head <> deputy_head)
);
