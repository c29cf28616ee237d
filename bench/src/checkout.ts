import { fileURLToPath } from "node:url";

/** The checkout, whose built server is measured. */
export const checkoutRoot = fileURLToPath(new URL("../..", import.meta.url));
