-- It was checked for each event, which cost a quarter of an append. An event is inserted only where its room is locked in the
-- same statement, and the statement that purges a room deletes its events.
ALTER TABLE "room_event" DROP CONSTRAINT "room_event_room_id_fkey";
