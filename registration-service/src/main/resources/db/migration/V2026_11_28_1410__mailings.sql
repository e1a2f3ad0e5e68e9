-- A letter is mailed to those who were cleared for it.
create table mailing (
    id uuid not null,
    edition text not null,
    letter_id uuid not null,
    requested_at timestamptz not null,
    requested_by text not null,
    without_address integer not null,
    constraint mailing_pkey primary key (id),
    constraint mailing_has_a_letter foreign key (letter_id) references circular_letter (id)
);
create index mailing_by_edition on mailing (edition, id);

-- Each mail that goes out, with a letter (mailing_id) or as a reminder (days before the deadline). It is taken on in a transaction
-- of its own before it is sent, and what became of it is written down in another one: a copy of the service that dies in between
-- leaves it SENDING, and nobody sends it again by itself. due_at and claimed_at are technical time, all other times the Forum's.
create table invitation_mail (
    id uuid not null,
    edition text not null,
    invitation_id uuid not null,
    country char(2) not null,
    mailing_id uuid,
    days integer,
    state text not null,
    attempts integer not null default 0,
    queued_at timestamptz not null,
    due_at timestamptz not null,
    claimed_at timestamptz,
    message_id text,
    link_hash text,
    settled_at timestamptz,
    reply text,
    constraint invitation_mail_pkey primary key (id),
    constraint mail_has_an_invitation foreign key (invitation_id) references invitation (id),
    constraint mail_has_a_mailing foreign key (mailing_id) references mailing (id),
    constraint mail_is_letter_or_reminder check ((mailing_id is null) <> (days is null)),
    constraint mail_state_is_known check (state in
        ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DOUBTFUL', 'BOUNCED', 'CANCELLED')),
    constraint mail_that_is_sent_was_claimed check (state in ('QUEUED', 'CANCELLED') or claimed_at is not null),
    constraint mail_message_id_is_unique unique (message_id)
);
-- The last word on sending nobody the same letter twice, whoever asks at once.
create unique index letter_is_mailed_once on invitation_mail (invitation_id)
    where mailing_id is not null and state in ('QUEUED', 'SENDING', 'SENT');
create unique index reminder_is_mailed_once on invitation_mail (invitation_id, days) where days is not null;
create index mail_that_waits on invitation_mail (due_at, id) where state = 'QUEUED';
create index mail_on_its_way on invitation_mail (claimed_at) where state = 'SENDING';
create index mail_by_mailing on invitation_mail (mailing_id, id);
create index mail_by_invitation on invitation_mail (invitation_id, queued_at);
