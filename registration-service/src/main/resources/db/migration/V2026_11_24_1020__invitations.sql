create table invitation (
    id uuid not null,
    version bigint not null,
    edition text not null,
    letter_id uuid not null,
    country char(2) not null,
    addressee jsonb not null,
    language text not null,
    state text not null,
    issued_at timestamptz not null,
    opened_at timestamptz,
    link_hash text not null,
    link_valid_until timestamptz not null,
    constraint invitation_pkey primary key (id),
    constraint invitation_is_sent_once unique (letter_id, country),
    constraint invitation_link_is_unique unique (link_hash),
    constraint invitation_has_an_edition foreign key (edition) references edition (code),
    constraint invitation_has_a_letter foreign key (letter_id) references circular_letter (id),
    constraint invitation_state_is_known check (state in ('SENT', 'OPENED', 'ACCEPTED', 'DECLINED', 'REPRESENTED')),
    constraint invitation_link_is_hashed check (link_hash ~ '^[0-9a-f]{64}$')
);
create index invitation_by_edition on invitation (edition, id);

-- Every answer that came, in its order; the last one holds. Written once.
create table response (
    id uuid not null,
    invitation_id uuid not null,
    answer text not null,
    wishes_to_speak boolean not null,
    representative jsonb,
    reason text,
    channel text not null,
    received_on date,
    answered_at timestamptz not null,
    recorded_by text not null,
    override_reason text,
    constraint response_pkey primary key (id),
    constraint response_has_an_invitation foreign key (invitation_id) references invitation (id),
    constraint response_answer_is_known check (answer in ('ACCEPTED', 'DECLINED', 'REPRESENTED')),
    constraint response_names_the_representative check ((answer = 'REPRESENTED') = (representative is not null)),
    constraint response_declines_to_speak check (answer <> 'DECLINED' or not wishes_to_speak),
    constraint response_by_letter_has_a_date check (channel = 'WEB' or received_on is not null)
);
create index response_by_invitation on response (invitation_id, id);

-- A letter that was sent is not rewritten, whoever asks at the same moment as the first invitation is issued.
create function refuse_rewriting_of_letter() returns trigger language plpgsql as $$
begin
    if exists (select 1 from invitation where letter_id = new.id) then
        -- Worded as PostgreSQL words its own refusals, so that the constraint's name is found in it.
        raise exception 'new row for relation "circular_letter" violates check constraint "letter_is_not_out"'
            using errcode = 'check_violation', constraint = 'letter_is_not_out';
    end if;
    return new;
end
$$;
create trigger letter_that_is_out_stays before update of content on circular_letter
    for each row execute function refuse_rewriting_of_letter();
