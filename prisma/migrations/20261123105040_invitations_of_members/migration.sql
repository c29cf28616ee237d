-- Until now the tables that somebody was invited to were among their own. Lists did not keep who had invited: the host
-- stands for them.
WITH guest AS (
  UPDATE "membership" m SET "mine" = false FROM "room" r
  WHERE r."id" = m."room_id" AND m."mine" AND r."phase" <> 'closed'
    AND r."summary"->'host'->>'id' <> m."player_id"::text
    AND NOT r."summary"->'seats' @> jsonb_build_array(jsonb_build_object('id', m."player_id"::text))
  RETURNING m."player_id", m."room_id", r."summary"->'host' AS "host"
)
INSERT INTO "invitation" ("player_id", "room_id", "invited_by") SELECT "player_id", "room_id", "host" FROM guest;
