-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "epoch" TEXT NOT NULL,
    "head" INTEGER NOT NULL DEFAULT 0,
    "game" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "wake_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "create_command_id" TEXT NOT NULL,
    "create_digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_event" (
    "room_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "actor_id" TEXT NOT NULL,
    "command_id" TEXT NOT NULL,
    "command_digest" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_event_pkey" PRIMARY KEY ("room_id","seq")
);

-- CreateTable
CREATE TABLE "room_snapshot" (
    "room_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_snapshot_pkey" PRIMARY KEY ("room_id","seq")
);

-- CreateTable
CREATE TABLE "player" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "avatar" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "player_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "player_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "membership" (
    "player_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "mine" BOOLEAN NOT NULL DEFAULT false,
    "seen_seq" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("player_id","room_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "room_code_key" ON "room"("code");

-- CreateIndex
CREATE INDEX "room_wake_at_idx" ON "room"("wake_at");

-- CreateIndex
CREATE INDEX "room_visibility_updated_at_idx" ON "room"("visibility", "updated_at");

-- CreateIndex
CREATE INDEX "room_updated_at_idx" ON "room"("updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "room_created_by_create_command_id_key" ON "room"("created_by", "create_command_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_event_room_id_actor_id_command_id_key" ON "room_event"("room_id", "actor_id", "command_id");

-- CreateIndex
CREATE INDEX "session_player_id_idx" ON "session"("player_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "membership_room_id_idx" ON "membership"("room_id");

-- AddForeignKey
ALTER TABLE "room_event" ADD CONSTRAINT "room_event_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_snapshot" ADD CONSTRAINT "room_snapshot_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
