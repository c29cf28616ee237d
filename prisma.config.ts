import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: {
    // Only the stock `prisma` command reads this; the server connects by itself.
    url: process.env.DATABASE_URL ?? "",
  },
});
