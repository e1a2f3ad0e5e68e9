-- How long before a session begins its join link is shown, in editions that are stored already.
update edition set content = jsonb_set(content, '{rules,joinLinkMinutes}', '15')
    where content #> '{rules,joinLinkMinutes}' is null;
