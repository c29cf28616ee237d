import { fileURLToPath } from "node:url";

/** The folder of the whole repository. This file is equally deep in `src` and in `dist`, so both find the same. */
export const checkoutRoot: string = fileURLToPath(new URL("../../../", import.meta.url));

/** Where Prisma keeps the migrations, as an absolute path. */
export const migrationsFolder: string = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

/** The Prisma schema, as an absolute path. */
export const schemaFile: string = fileURLToPath(new URL("../../../prisma/schema.prisma", import.meta.url));
