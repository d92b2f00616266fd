-- What an administrator of the database server runs once in the database of the service, before it is installed or
-- upgraded: it makes the roles that transactions work in, and lets two logins take them on. The logins must be there;
-- put their names where these stand. It can be run again.
--
--   reading_room_owner   owns the tables and migrates them
--   reading_room         is the service's own, and owns nothing
do $$
declare
    wanted text;
begin
    foreach wanted in array array['reading_room_application', 'reading_room_housekeeping', 'reading_room_sequencer',
        'reading_room_auditor']
    loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin', wanted);
        end if;
    end loop;
end
$$;

-- A transaction takes one of them on until it ends. Outside of transactions the service has what the application has for
-- no tenant: the queue, and no document.
grant reading_room_application to reading_room with inherit true, set true;
grant reading_room_housekeeping, reading_room_sequencer, reading_room_auditor to reading_room with inherit false, set true;
grant reading_room_application, reading_room_housekeeping, reading_room_sequencer, reading_room_auditor
    to reading_room_owner with inherit false, set true;
grant usage, create on schema public to reading_room_owner;
