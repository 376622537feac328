-- The admitted calls of the last minute by whose they are, in steps of a second that are forgotten 60 seconds after their last
-- call. The version before counts in call_counts.
create table if not exists call_windows (
    counter ${id} primary key,
    calls varchar not null,
    last_call bigint not null
);
