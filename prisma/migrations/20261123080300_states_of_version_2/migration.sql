-- The rules of version 2 know bots, quick play, and people who were muted. Rooms whose log was trimmed have nothing but
-- their snapshots, so those are rewritten: until now there was none of that. Other rooms fold their log again.
INSERT INTO "room_snapshot" ("room_id", "version", "seq", "state", "taken_at")
SELECT s."room_id", 2, s."seq", s."state" || jsonb_build_object(
  'quick', NULL,
  'muted', '[]'::jsonb,
  'seatsAt', s."state"->'lastAt',
  'boardAt', CASE WHEN s."state"->'board' = 'null'::jsonb THEN NULL ELSE s."state"->'lastAt' END,
  'seats', (
    SELECT coalesce(
      jsonb_agg(CASE WHEN held = 'null'::jsonb THEN held ELSE held || '{"bot": null}'::jsonb END ORDER BY place),
      '[]'::jsonb)
    FROM jsonb_array_elements(s."state"->'seats') WITH ORDINALITY AS seat(held, place)
  )
), s."taken_at"
FROM "room_snapshot" s JOIN "room" r ON r."id" = s."room_id"
WHERE r."first_seq" > 1 AND s."version" = 1
ON CONFLICT DO NOTHING;
