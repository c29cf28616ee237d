import { errorAnswer, parse, type Refusal, refuse } from "@rejoin/protocol";
import type * as z from "zod/mini";
import { texts } from "../texts/texts";
import { serverTime } from "./server-time";

export type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** A question that was asked already. */
export interface Asked {
  askedAt: number;
  response: Promise<Response>;
}

/** Calls the server over HTTP. Whatever goes wrong comes back as a refusal; nothing is thrown but an abort. */
export async function call<Value>(
  schema: z.ZodMiniType<Value>,
  path: string,
  init: Init & { asked?: Asked | undefined } = {},
): Promise<Answer<Value>> {
  const answer = await callUnparsed(path, init);
  return answer.ok ? parse(schema, answer.value) : answer;
}

/** The same, with an answer that is still to be parsed. */
export async function callUnparsed(
  path: string,
  init: Init & { asked?: Asked | undefined } = {},
): Promise<Answer<unknown>> {
  const { asked = ask(path, init), signal } = init;
  const { askedAt } = asked;
  try {
    const response = await asked.response;
    serverTime.answered(response.headers.get("date"), askedAt, Date.now());
    return await read(response);
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, refusal: refuse("unavailable", texts.connection.unreachable) };
  }
}

interface Init {
  method?: string;
  body?: object;
  signal?: AbortSignal;
}

function ask(path: string, { method = "GET", body, signal }: Init): Asked {
  const askedAt = Date.now();
  const response = fetch(path, {
    method,
    ...(signal && { signal }),
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  return { askedAt, response };
}

async function read(response: Response): Promise<Answer<unknown>> {
  const body: unknown = response.status === 204 ? {} : await response.json();
  if (response.ok) return { ok: true, value: body };
  const refused = parse(errorAnswer, body);
  return { ok: false, refusal: refused.ok ? refused.value.refusal : refused.refusal };
}
