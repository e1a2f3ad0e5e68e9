-- What the places in the feed are enciphered under; one row.
create table change_cursor_key (
    alone boolean not null default true,
    secret bytea not null,
    constraint change_cursor_key_pkey primary key (alone),
    constraint change_cursor_key_is_alone check (alone),
    constraint change_cursor_key_is_of_aes check (octet_length(secret) = 32)
);

insert into change_cursor_key (secret)
    values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
