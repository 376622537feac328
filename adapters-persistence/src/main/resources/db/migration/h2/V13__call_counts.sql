-- The admitted calls of the last minute by whose they are, counted by the second. One short row that is replaced beats a row
-- per call, and its lock is the queue in which calls of one counter are admitted. The version before counts in call_rates.
create table if not exists call_counts (
    counter ${id} primary key,
    calls varchar not null,
    last_second bigint not null
);
