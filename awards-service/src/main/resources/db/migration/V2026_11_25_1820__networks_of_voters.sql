-- Where a voter was first seen: an HMAC of the block of addresses, like that of a vote. Null for voters who came otherwise.
alter table voter add column network bytea;
create index voter_of_a_network on voter (edition, network, first_seen_at);
