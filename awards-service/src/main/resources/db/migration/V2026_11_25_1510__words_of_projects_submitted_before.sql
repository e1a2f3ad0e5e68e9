-- In a transaction of its own, after the one that made the trigger: nobody waits, and what is changed meanwhile is kept by the
-- trigger, whose words are not overwritten.
insert into stocktaking_words (project, words)
    select id, words_of_entry(title, entity, form) from project where state = 'SUBMITTED'
    on conflict do nothing;
