-- Since when somebody does not come: protocol asks whether a minister left before the event or in its midst.
alter table registration add column withdrawn_at timestamptz;
