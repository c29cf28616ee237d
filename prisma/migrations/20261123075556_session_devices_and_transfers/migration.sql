-- AlterTable
ALTER TABLE "session" ADD COLUMN     "device_id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "session_transfer" (
    "link_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "player_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_transfer_pkey" PRIMARY KEY ("link_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_transfer_code_hash_key" ON "session_transfer"("code_hash");

-- CreateIndex
CREATE INDEX "session_transfer_player_id_idx" ON "session_transfer"("player_id");

-- CreateIndex
CREATE INDEX "session_transfer_expires_at_idx" ON "session_transfer"("expires_at");

-- AddForeignKey
ALTER TABLE "session_transfer" ADD CONSTRAINT "session_transfer_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE CASCADE ON UPDATE CASCADE;
