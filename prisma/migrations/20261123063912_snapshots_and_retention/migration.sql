-- DropIndex
DROP INDEX "room_updated_at_idx";

-- AlterTable
ALTER TABLE "room" ADD COLUMN     "first_seq" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "room_snapshot" DROP CONSTRAINT "room_snapshot_pkey",
ADD COLUMN     "version" INTEGER NOT NULL,
ADD CONSTRAINT "room_snapshot_pkey" PRIMARY KEY ("room_id", "version", "seq");

-- CreateTable
CREATE TABLE "database_origin" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "system_identifier" TEXT NOT NULL,
    "timeline" INTEGER NOT NULL,

    CONSTRAINT "database_origin_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "room_phase_updated_at_idx" ON "room"("phase", "updated_at");
