-- The projects that take part, as everybody may see them: no owners, no contact, no time of a change that is not shown.
create view stocktaking as
    select project.id, project.edition, project.category, category.action_line, project.title, project.entity,
        project.country, project.stakeholder_type, project.goals, project.form ->> 'description' as description,
        project.form - 'contact' as form, project.submitted_at, stocktaking_words.words
    from project
    join category on category.edition = project.edition and category.number = project.category
    -- Left, so that whoever does not search does not read it.
    left join stocktaking_words on stocktaking_words.project = project.id
    where project.state = 'SUBMITTED';
