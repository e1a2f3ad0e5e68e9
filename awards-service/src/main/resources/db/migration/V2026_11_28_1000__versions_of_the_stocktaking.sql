-- The same with the version of the project, so that whoever has a file of entries is told that it is still the same.
create or replace view stocktaking as
    select project.id, project.edition, project.category, category.action_line, project.title, project.entity,
        project.country, project.stakeholder_type, project.goals, project.form ->> 'description' as description,
        project.form - 'contact' as form, project.submitted_at, stocktaking_words.words, project.version
    from project
    join category on category.edition = project.edition and category.number = project.category
    -- Left, so that whoever does not search does not read it.
    left join stocktaking_words on stocktaking_words.project = project.id
    where project.state = 'SUBMITTED';
