-- A text without accents and case, in whatever script and whatever locale the database has.
create function plain(words text) returns text immutable parallel safe
    return lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f\u064b-\u065f\u0670]', '', 'g') collate pg_c_utf8);

-- What an entry is found by. Title and entity are also kept as they are written, since names are made of words that English
-- leaves out: WHO, IT.
create function words_of_entry(title text, entity text, form jsonb) returns tsvector stable parallel safe
    return setweight(to_tsvector('english', plain(concat_ws(' / ', title, entity))), 'A')
        || setweight(to_tsvector('simple', plain(concat_ws(' / ', title, entity))), 'A')
        || setweight(to_tsvector('english', plain(coalesce(form ->> 'description', ''))), 'B')
        || setweight(to_tsvector('english', plain(concat_ws(' / ',
            form ->> 'objectives', form ->> 'impact', form ->> 'results', form ->> 'addedValue',
            form ->> 'partnerships', form ->> 'challenges',
            (select string_agg(how #>> '{}', ' / ') from jsonb_path_query(form, '$.linkages[*].how') as how)))), 'C');

-- What readers type, as search engines on the web read it: "a phrase", or, -without. Words are looked for in either of the forms
-- in which they are kept; but what is not wanted must be missing in both.
create function wanted_words(typed text) returns tsquery stable parallel safe
    return case when websearch_to_tsquery('english', plain(typed))::text like '%!%'
        then websearch_to_tsquery('english', plain(typed))
        else websearch_to_tsquery('english', plain(typed)) || websearch_to_tsquery('simple', plain(typed)) end;

-- Words that begin so.
create function words_beginning(letters text) returns tsquery stable parallel safe
    return to_tsquery('english', quote_literal(plain(letters)) || ':*')
        || to_tsquery('simple', quote_literal(plain(letters)) || ':*');

-- Beside the projects, so that nothing of it is worked out for drafts, nor written anew with each change of a row.
create table stocktaking_words (
    project uuid not null,
    words tsvector not null,
    constraint stocktaking_words_pkey primary key (project),
    constraint stocktaking_words_of_a_project foreign key (project) references project on delete cascade
);
create index stocktaking_words_index on stocktaking_words using gin (words);

create function keep_stocktaking_words() returns trigger language plpgsql as $$
begin
    insert into stocktaking_words (project, words) values (new.id, words_of_entry(new.title, new.entity, new.form))
        on conflict (project) do update set words = excluded.words;
    return null;
end $$;

create trigger project_keeps_stocktaking_words after insert or update on project
    for each row when (new.state = 'SUBMITTED') execute function keep_stocktaking_words();
