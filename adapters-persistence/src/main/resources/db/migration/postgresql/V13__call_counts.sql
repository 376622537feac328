-- The admitted calls of the last minute by whose they are, counted by the second. One short row that is replaced beats a row
-- per call, and its lock is the queue in which calls of one counter are admitted. The version before counts in call_rates.
create table if not exists call_counts (
    counter ${id} primary key,
    seconds bigint[] not null,
    calls integer[] not null,
    last_second bigint not null
) with (fillfactor = 50);

-- Admits and counts a call if fewer than the quota were admitted in the 60 seconds before: in one flight, where locking,
-- deciding in Java and writing would take three. A second counts until the window has left all of it. What it does is what
-- CallWindow does for H2, and one contract holds them equal.
create or replace function admit_call(
    whose varchar, quota integer, at_second bigint, out admitted boolean, out remaining integer, out room_at bigint)
language plpgsql as $$
declare
    s bigint[];
    c integer[];
    size integer;
    first integer := 1;
    latest bigint := at_second;
    total integer := 0;
    changed boolean := false;
begin
    -- a server that crashes may forget the calls of its last moment, and nobody waits for the disk to remember them
    perform set_config('synchronous_commit', 'off', true);
    loop
        select k.seconds, k.calls into s, c from call_counts k where k.counter = whose for update;
        exit when found;
        insert into call_counts (counter, seconds, calls, last_second) values (whose, '{}', '{}', 0)
        on conflict do nothing;
    end loop;
    size := cardinality(s);
    -- no clock is that far behind: what lies more than a window ahead was counted by one that was ahead, and counts as now
    if size > 0 and s[size] > at_second + 60 then
        select array_agg(m.s order by m.s), array_agg(m.n order by m.s) into s, c
        from (
            select case when u.s > at_second + 60 then at_second else u.s end as s, sum(u.n)::integer as n
            from unnest(s, c) as u(s, n)
            group by 1
        ) as m;
        size := cardinality(s);
        changed := true;
    end if;
    -- a node whose clock is behind must not count in a second that others have left
    if size > 0 then
        latest := greatest(at_second, s[size]);
    end if;
    while first <= size and s[first] < latest - 60 loop
        first := first + 1;
    end loop;
    for i in first .. size loop
        total := total + c[i];
    end loop;
    if first > 1 then
        s := s[first:];
        c := c[first:];
        size := size - first + 1;
    end if;
    admitted := total < quota;
    if admitted then
        total := total + 1;
        changed := true;
        if size > 0 and s[size] = latest then
            c[size] := c[size] + 1;
        else
            s := s || latest;
            c := c || 1;
        end if;
    end if;
    remaining := greatest(0, quota - total);
    for i in 1 .. cardinality(s) loop
        total := total - c[i];
        if total < quota then
            room_at := s[i] + 61;
            exit;
        end if;
    end loop;
    if changed then
        update call_counts k set seconds = s, calls = c, last_second = latest where k.counter = whose;
    end if;
end
$$;
