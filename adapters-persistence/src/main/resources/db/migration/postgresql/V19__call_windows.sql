-- The admitted calls of the last minute by whose they are, in steps of a second that are forgotten 60 seconds after their last
-- call: so nobody waits for longer than 60 seconds. Times are microseconds since 1970, as that of each step's last call. The
-- version before counts in call_counts.
create table if not exists call_windows (
    counter ${id} primary key,
    steps bigint[] not null,
    calls integer[] not null,
    last_call bigint not null
) with (fillfactor = 50);

-- Admits and counts a call if fewer than the quota were admitted in the 60 seconds before: in one flight, where locking,
-- deciding in Java and writing would take three. What it does is what CallWindow does for H2, and one contract holds them equal.
create or replace function count_call(
    whose varchar, quota integer, at_micros bigint, out admitted boolean, out remaining integer, out room_at bigint)
language plpgsql as $$
declare
    width constant bigint := 60000000;
    s bigint[];
    c integer[];
    size integer;
    first integer := 1;
    latest bigint := at_micros;
    total integer := 0;
    changed boolean := false;
begin
    -- a server that crashes may forget the calls of its last moment, and nobody waits for the disk to remember them
    perform set_config('synchronous_commit', 'off', true);
    loop
        select k.steps, k.calls into s, c from call_windows k where k.counter = whose for update;
        exit when found;
        insert into call_windows (counter, steps, calls, last_call) values (whose, '{}', '{}', 0)
        on conflict do nothing;
    end loop;
    size := cardinality(s);
    -- no clock is that far behind: what lies more than a window ahead was counted by one that was ahead, and counts as now
    if size > 0 and s[size] > at_micros + width then
        select array_agg(m.s order by m.s), array_agg(m.n order by m.s) into s, c
        from (
            select case when u.s > at_micros + width then at_micros else u.s end as s, sum(u.n)::integer as n
            from unnest(s, c) as u(s, n)
            group by 1
        ) as m;
        size := cardinality(s);
        changed := true;
    end if;
    -- a node whose clock is behind must not count in a second that others have left
    if size > 0 then
        latest := greatest(at_micros, s[size]);
    end if;
    while first <= size and s[first] <= latest - width loop
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
        if size > 0 and s[size] / 1000000 = latest / 1000000 then
            s[size] := latest;
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
            room_at := s[i] + width;
            exit;
        end if;
    end loop;
    if changed then
        update call_windows k set steps = s, calls = c, last_call = latest where k.counter = whose;
    end if;
end
$$;
