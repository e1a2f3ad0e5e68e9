-- An invitation is drafted and cleared before it is sent, may be answered tentatively, and may be withdrawn.
alter table invitation drop constraint invitation_state_is_known;
alter table invitation add constraint invitation_state_is_known check (state in
    ('DRAFTED', 'CLEARED', 'SENT', 'OPENED', 'ACCEPTED', 'DECLINED', 'REPRESENTED', 'TENTATIVE', 'WITHDRAWN'));
alter table invitation alter column issued_at drop not null;
alter table invitation alter column link_hash drop not null;
alter table invitation alter column link_valid_until drop not null;
alter table invitation add column email text;
alter table invitation add constraint invitation_that_is_out_was_issued
    check (state in ('DRAFTED', 'CLEARED', 'WITHDRAWN') or issued_at is not null);

-- A country whose invitation was withdrawn can be invited with the same letter anew.
alter table invitation drop constraint invitation_is_sent_once;
create unique index invitation_is_sent_once on invitation (letter_id, country) where state <> 'WITHDRAWN';
create index invitation_by_letter on invitation (letter_id, state);

alter table response drop constraint response_answer_is_known;
alter table response add constraint response_answer_is_known
    check (answer in ('ACCEPTED', 'DECLINED', 'REPRESENTED', 'TENTATIVE'));
-- Where a letter was addressed to an office, whoever accepts may say who holds it.
alter table response drop constraint response_names_the_representative;
alter table response add constraint response_names_the_representative
    check (case answer when 'REPRESENTED' then representative is not null
                       when 'ACCEPTED' then true
                       else representative is null end);
alter table response drop constraint response_declines_to_speak;
alter table response add constraint response_declines_to_speak
    check (answer in ('ACCEPTED', 'REPRESENTED') or not wishes_to_speak);

-- Each step of an invitation, and who took it which way. Written once.
create table invitation_step (
    id uuid not null,
    invitation_id uuid not null,
    state text not null,
    taken_at timestamptz not null,
    taken_by text not null,
    way text,
    reason text,
    constraint invitation_step_pkey primary key (id),
    constraint invitation_step_has_an_invitation foreign key (invitation_id) references invitation (id),
    constraint invitation_step_way_is_known check (way in ('WEB', 'CORRESPONDENCE', 'PHONE', 'MAIL'))
);
create index invitation_step_by_invitation on invitation_step (invitation_id, taken_at, id);

insert into invitation_step (id, invitation_id, state, taken_at, taken_by, way)
    select gen_random_uuid(), id, 'SENT', issued_at, 'system', 'CORRESPONDENCE' from invitation;
insert into invitation_step (id, invitation_id, state, taken_at, taken_by, way)
    select gen_random_uuid(), id, 'OPENED', opened_at, 'system', 'WEB' from invitation where opened_at is not null;
insert into invitation_step (id, invitation_id, state, taken_at, taken_by, way)
    select gen_random_uuid(), invitation_id, answer, answered_at, recorded_by, channel from response;

-- The links of an invitation: several open it where it was sent and its office reminded. What was issued is also counted.
create table invitation_link (
    id uuid not null,
    invitation_id uuid not null,
    hash text not null,
    issued_at timestamptz not null,
    closed_at timestamptz,
    constraint invitation_link_pkey primary key (id),
    constraint invitation_link_has_an_invitation foreign key (invitation_id) references invitation (id),
    constraint invitation_link_hash_is_unique unique (hash),
    constraint invitation_link_hash_is_a_hash check (hash ~ '^[0-9a-f]{64}$')
);
create index invitation_link_by_invitation on invitation_link (invitation_id, issued_at);

insert into invitation_link (id, invitation_id, hash, issued_at)
    select gen_random_uuid(), id, link_hash, issued_at from invitation;

-- A draft does not keep a letter from being rewritten; what was cleared was cleared with its words.
create or replace function refuse_rewriting_of_letter() returns trigger language plpgsql as $$
begin
    if exists (select 1 from invitation where letter_id = new.id and state <> 'DRAFTED') then
        -- Worded as PostgreSQL words its own refusals, so that the constraint's name is found in it.
        raise exception 'new row for relation "circular_letter" violates check constraint "letter_is_not_out"'
            using errcode = 'check_violation', constraint = 'letter_is_not_out';
    end if;
    return new;
end
$$;
