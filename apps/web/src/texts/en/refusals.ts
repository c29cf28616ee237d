import type { RefusalCode } from "@rejoin/protocol";

/** Refusals in words of the page's own, instead of the server's. It says them in English, and more to the point. */
export const refusals: Partial<Record<RefusalCode, string>> = {};
