-- PostgreSQL lets only one transaction at a time commit with a word to others, so that eight writers took four times as long
-- as without one (benchmarks/recording.sh). The service says the word for itself, once for many commits (ChangeStream).
drop trigger changes_are_announced on change;
drop function announce_change();
