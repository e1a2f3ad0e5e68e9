-- The dictionaries that know the forms of words; Chinese has none, since its words do not change.
create view search_dictionary (language, dictionary) as values
    ('ar', 'pg_catalog.arabic_stem'::regdictionary),
    ('en', 'pg_catalog.english_stem'::regdictionary),
    ('es', 'pg_catalog.spanish_stem'::regdictionary),
    ('fr', 'pg_catalog.french_stem'::regdictionary),
    ('ru', 'pg_catalog.russian_stem'::regdictionary);

-- What a thing is found by: its words as they are spelt ("plain"), and by language the stems of those that have one.
create function search_vector(words jsonb) returns tsvector stable parallel safe
    return (select coalesce(array_to_tsvector(array_agg(distinct lexeme)), '') from (
        select jsonb_array_elements_text(words -> 'plain') as lexeme
        union all
        select unnest(ts_lexize(known.dictionary, word.value))
            from search_dictionary as known, jsonb_array_elements_text(words -> known.language) as word
        ) as found);

-- What somebody has typed: each word as it is spelt, or its stem in any language. A word that says nothing in one of them ("the")
-- is left out, unless it is a name, or nothing else was typed.
create function search_query(typed jsonb) returns tsquery stable parallel safe
    return (select coalesce(
            string_agg('(' || concat_ws(' | ', plain, stems) || ')', ' & ') filter (where name or not idle),
            string_agg('(' || plain || ')', ' & '),
            '')::tsquery
        from (
            select word ->> 'plain' as plain,
                (word ->> 'name')::boolean as name,
                (select string_agg(distinct quote_literal(stem), ' | ')
                    from search_dictionary as known, jsonb_array_elements_text(word -> 'forms') as form,
                        unnest(ts_lexize(known.dictionary, form.value)) as stem) as stems,
                exists (select from search_dictionary as known, jsonb_array_elements_text(word -> 'forms') as form
                    where ts_lexize(known.dictionary, form.value) = '{}') as idle
            from jsonb_array_elements(typed) as word) as wanted);
