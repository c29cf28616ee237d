import { errorAnswer, parse, type Refusal, refuse } from "@rejoin/protocol";
import type * as z from "zod/mini";
import { texts } from "../texts/texts";
import { serverTime } from "./server-time";

export type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** Calls the server over HTTP. Whatever goes wrong comes back as a refusal; nothing is thrown but an abort. */
export async function call<Value>(
  schema: z.ZodMiniType<Value>,
  path: string,
  init: { method?: string; body?: object; signal?: AbortSignal } = {},
): Promise<Answer<Value>> {
  const { method = "GET", body, signal } = init;
  try {
    const askedAt = Date.now();
    const response = await fetch(path, {
      method,
      ...(signal && { signal }),
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    serverTime.answered(response.headers.get("date"), askedAt, Date.now());
    return await read(schema, response);
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, refusal: refuse("unavailable", texts.connection.unreachable) };
  }
}

async function read<Value>(schema: z.ZodMiniType<Value>, response: Response): Promise<Answer<Value>> {
  const body: unknown = response.status === 204 ? {} : await response.json();
  if (response.ok) return parse(schema, body);
  const refused = parse(errorAnswer, body);
  return { ok: false, refusal: refused.ok ? refused.value.refusal : refused.refusal };
}
