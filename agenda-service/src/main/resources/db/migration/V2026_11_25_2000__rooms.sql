-- Where sessions take place.
create table room (
    id uuid not null,
    version bigint not null,
    edition text not null,
    code text not null,
    name jsonb not null,
    kind text not null,
    capacity int,
    building text,
    floor text,
    platform text,
    step_free boolean not null,
    hearing_loop boolean not null,
    captioning boolean not null,
    constraint room_pkey primary key (id),
    constraint room_is_of_an_edition foreign key (edition) references edition (code),
    constraint room_code_is_free unique (edition, code),
    constraint room_kind_is_known check (kind in ('PHYSICAL', 'VIRTUAL')),
    constraint room_is_somewhere_or_on_a_platform check (
        case kind when 'PHYSICAL' then platform is null
        else building is null and floor is null and not step_free and not hearing_loop end)
);
