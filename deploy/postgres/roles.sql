-- Each service connects as a role of its own, which owns the schema of its name and can see no other.
create role registration login password :'registration_password';
create role agenda login password :'agenda_password';
create role awards login password :'awards_password';
create role keycloak login password :'keycloak_password';

revoke all on database postgres, template1, wsis from public;
grant connect on database wsis to registration, agenda, awards;
revoke all on schema public from public;

create schema registration authorization registration;
create schema agenda authorization agenda;
create schema awards authorization awards;
alter role registration in database wsis set search_path = registration;
alter role agenda in database wsis set search_path = agenda;
alter role awards in database wsis set search_path = awards;

create database keycloak owner keycloak;
revoke all on database keycloak from public;
