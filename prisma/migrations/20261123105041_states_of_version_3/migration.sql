-- The rules of version 3 know who invited, and who declined. Rooms whose log was trimmed have nothing but their
-- snapshots, so those are rewritten, with the host as the one who invited. Other rooms fold their log again.
INSERT INTO "room_snapshot" ("room_id", "version", "seq", "state", "taken_at")
SELECT s."room_id", 3, s."seq", s."state" || jsonb_build_object(
  'declined', '[]'::jsonb,
  'invited', (
    SELECT coalesce(
      jsonb_agg(jsonb_build_object('player', guest, 'by', s."state"->'host', 'at', s."state"->'lastAt') ORDER BY place),
      '[]'::jsonb)
    FROM jsonb_array_elements(s."state"->'invited') WITH ORDINALITY AS invited(guest, place)
    WHERE s."state"->'phase'->>'kind' <> 'closed'
      AND NOT s."state"->'seats' @> jsonb_build_array(jsonb_build_object('player', guest))
  )
), s."taken_at"
FROM "room_snapshot" s JOIN "room" r ON r."id" = s."room_id"
WHERE r."first_seq" > 1 AND s."version" = 2
ON CONFLICT DO NOTHING;
