-- Whether everybody has been told that an outcome is there to read. Those told of already are not told of again; those that
-- everybody reads since their session ended, of which nobody was told, are told of by the service.
alter table outcome add column published boolean not null default false;
update outcome set published = coalesce(
    (select change.type = 'org.wsisforum.agenda.outcome.published.v1'
     from change
     where change.edition = outcome.edition
       and change.subject = 'outcomes/' || outcome.id
       and change.type in ('org.wsisforum.agenda.outcome.published.v1', 'org.wsisforum.agenda.outcome.unpublished.v1')
     order by change.transaction desc, change.position desc
     limit 1),
    false);
