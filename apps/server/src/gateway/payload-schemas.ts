import { type ClientMessageName, clientMessages, type ParsedPayload } from "@rejoin/protocol";
import * as z from "zod/mini";

/** The schema of what a message carries. */
export type PayloadSchema<Name extends ClientMessageName> = z.ZodMiniType<ParsedPayload<Name>>;

/**
 * The schemas of everything that a client says, each made into one function, which is asked for every message. A page cannot do
 * that: its policy allows no code that is made at run time.
 *
 * @see https://zod.dev/api for `compile`
 */
export const payloadSchemas = Object.fromEntries(
  Object.entries(clientMessages).map(([name, { payload }]) => [name, z.compile(payload)]),
) as unknown as { readonly [Name in ClientMessageName]: PayloadSchema<Name> };
