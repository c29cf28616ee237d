-- AlterTable
ALTER TABLE "session" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "server_lease" (
    "server_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "beat" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "server_lease_pkey" PRIMARY KEY ("server_id")
);

-- CreateTable
CREATE TABLE "player_presence" (
    "player_id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "here" BOOLEAN NOT NULL,

    CONSTRAINT "player_presence_pkey" PRIMARY KEY ("player_id","server_id")
);

-- CreateIndex
CREATE INDEX "player_presence_server_id_idx" ON "player_presence"("server_id");

-- CreateIndex
CREATE INDEX "player_updated_at_idx" ON "player"("updated_at");

-- CreateIndex
CREATE INDEX "session_ended_at_idx" ON "session"("ended_at");

-- AddForeignKey
ALTER TABLE "player_presence" ADD CONSTRAINT "player_presence_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "server_lease"("server_id") ON DELETE CASCADE ON UPDATE CASCADE;
