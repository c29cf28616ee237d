-- AlterTable
ALTER TABLE "player" ADD COLUMN     "lobby_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "invitation" (
    "player_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "invited_by" JSONB,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("player_id","room_id")
);

-- CreateIndex
CREATE INDEX "invitation_room_id_idx" ON "invitation"("room_id");

-- CreateIndex
CREATE INDEX "invitation_changed_at_idx" ON "invitation"("changed_at");

-- CreateIndex
CREATE INDEX "player_lobby_at_idx" ON "player"("lobby_at");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
