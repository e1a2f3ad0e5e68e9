-- Whether the secretariat has paused the reading of registration-service's change feed, for all copies of the service.
alter table acceptance_cursor add column paused boolean not null default false;
