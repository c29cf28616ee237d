import {
  type ClientMessageName,
  clientMessages,
  type ParsedPayload,
  parse,
  type Refusal,
  type Reply,
  refuse,
} from "@rejoin/protocol";
import type * as z from "zod/mini";
import { LogUnavailable } from "../log/event-log.js";
import type { MessagesUnderWay } from "./messages-under-way.js";
import type { Visitor } from "./visitor.js";

export type Answer<Name extends ClientMessageName> =
  | ({ ok: true } & Reply<Name>)
  | { ok: false; refusal: Refusal };

/** What acts on a message that was parsed. It answers, or throws; what it throws is never shown to the client. */
export type Handler<Name extends ClientMessageName> = (
  visitor: Visitor,
  payload: ParsedPayload<Name>,
) => Promise<Answer<Name>>;
export type Handlers = { [Name in ClientMessageName]: Handler<Name> };

/** What surrounds every handler. */
export interface AnswerPorts {
  /** Counts a message of a player; a refusal where there were too many. */
  admit: (visitor: Visitor) => Promise<Refusal | null>;
  underWay: MessagesUnderWay;
  /** Whether so much of what a connection was told is unread that it is to be cut instead of answered. */
  isDeaf: (visitor: Visitor) => boolean;
  /** Hears of refusals and of what a handler threw. */
  refused: (event: string, refusal: Refusal) => void;
  failed: (event: string, error: unknown) => void;
}

const UNHEARD = "Every message needs an acknowledgement callback. Nothing was done.";
const ONE_PAYLOAD = "A message has exactly one payload and an acknowledgement callback.";

/** A message as it came in: its name, its payload and the acknowledgement callback, none of them checked. */
export type Incoming = (event: unknown, ...args: unknown[]) => void;

/**
 * The one way in: every message of a connection passes here. It is counted, parsed, handled and acknowledged; whatever
 * goes wrong on the way becomes a refusal. A message without an acknowledgement callback is not acted on, since its
 * sender could not hear the outcome.
 */
export function answerAll(visitor: Visitor, handlers: Handlers, ports: AnswerPorts): Incoming {
  const own = ports.underWay.ofOne();
  const act = async (name: string, args: unknown[], acknowledge: Acknowledge): Promise<void> => {
    const busy = own.begin();
    const answer = busy ? refusing(busy) : await tryAnswer(visitor, name, args, handlers, ports);
    if (!busy) own.end();
    if (!answer.ok) noteRefusal(name, answer.refusal, ports);
    if (ports.isDeaf(visitor)) visitor.line.cut();
    else acknowledge(answer);
  };
  return (event, ...args) => {
    const acknowledge = args.pop();
    const name = String(event).slice(0, 64);
    if (ports.isDeaf(visitor)) visitor.line.cut();
    else if (typeof acknowledge !== "function") void tellUnheard(visitor, name, ports);
    else void act(name, args, acknowledge as Acknowledge);
  };
}

type Acknowledge = (answer: Answer<ClientMessageName>) => void;

async function tellUnheard(visitor: Visitor, name: string, ports: AnswerPorts): Promise<void> {
  const refusal = (await overrun(visitor, name, ports)) ?? refuse("invalid-message", UNHEARD);
  noteRefusal(name, refusal, ports);
  visitor.line.say("message:refused", { event: name, refusal });
}

/** Never rejects. */
async function tryAnswer(
  visitor: Visitor,
  name: string,
  args: unknown[],
  handlers: Handlers,
  ports: AnswerPorts,
): Promise<Answer<ClientMessageName>> {
  try {
    const tooMuch = await ports.admit(visitor);
    if (tooMuch) return refusing(tooMuch);
    if (!isKnown(name)) return refusing(unknownEvent(name));
    if (args.length !== 1) return refusing(refuse("invalid-message", ONE_PAYLOAD));
    return await handleParsed(visitor, name, args[0], handlers[name]);
  } catch (error) {
    ports.failed(nameToNote(name), error);
    return refusing(refusalFor(error));
  }
}

function handleParsed<Name extends ClientMessageName>(
  visitor: Visitor,
  name: Name,
  input: unknown,
  handler: Handler<Name>,
): Promise<Answer<Name>> | Answer<Name> {
  const schema = clientMessages[name].payload as unknown as z.ZodMiniType<ParsedPayload<Name>>;
  const parsed = parse(schema, input);
  if (parsed.ok) return handler(visitor, parsed.value);
  return refusing(parsed.refusal);
}

async function overrun(visitor: Visitor, name: string, ports: AnswerPorts): Promise<Refusal | null> {
  try {
    return await ports.admit(visitor);
  } catch (error) {
    ports.failed(nameToNote(name), error);
    return refusalFor(error);
  }
}

function refusing(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

function noteRefusal(name: string, refusal: Refusal, ports: AnswerPorts): void {
  ports.refused(nameToNote(name), refusal);
}

/** Names that clients make up are noted as one: there is no end to them. */
function nameToNote(name: string): string {
  return isKnown(name) ? name : "unknown";
}

function isKnown(name: string): name is ClientMessageName {
  return Object.hasOwn(clientMessages, name);
}

function unknownEvent(name: string): Refusal {
  return refuse("unknown-event", `There is no message called ${JSON.stringify(name)}.`);
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof LogUnavailable)
    return refuse(
      "unavailable",
      "The server cannot reach its database. Ask again with the same command id.",
      1_000,
    );
  return refuse("internal", "The server made a mistake with this message. It was noted.", 1_000);
}
