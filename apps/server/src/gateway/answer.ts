import {
  type ClientMessageName,
  clientMessages,
  type ParsedPayload,
  parse,
  type Refusal,
  type Reply,
  refuse,
} from "@rejoin/protocol";
import { LogUnavailable } from "../log/event-log.js";
import type { MessagesUnderWay } from "./messages-under-way.js";
import { payloadSchemas } from "./payload-schemas.js";
import type { Visitor } from "./visitor.js";

export type Answer<Name extends ClientMessageName> =
  | ({ ok: true } & Reply<Name>)
  | { ok: false; refusal: Refusal };

/**
 * What acts on a message that was parsed. It returns the answer, or throws; what it throws is never shown to the client. Where
 * nothing has to be waited for but the outcome of an order, it returns nothing, and `answer` is called once instead.
 */
export type Handler<Name extends ClientMessageName> = (
  visitor: Visitor,
  payload: ParsedPayload<Name>,
  answer: (answer: Answer<Name>) => void,
) => Promise<Answer<Name>> | Answer<Name> | undefined;
export type Handlers = { [Name in ClientMessageName]: Handler<Name> };

/** What surrounds every handler. */
export interface AnswerPorts {
  /** Counts a message of a player; a refusal where there were too many. */
  admit: (visitor: Visitor) => Refusal | null;
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
  const reply = (name: string, acknowledge: Acknowledge, answer: Answer<ClientMessageName>): void => {
    if (!answer.ok) noteRefusal(name, answer.refusal, ports);
    if (ports.isDeaf(visitor)) visitor.line.cut();
    else acknowledge(answer);
  };
  const act = (name: string, args: unknown[], acknowledge: Acknowledge): void => {
    const busy = own.begin();
    if (busy) {
      reply(name, acknowledge, refusing(busy));
      return;
    }
    const answer = (given: Answer<ClientMessageName>): void => {
      own.end();
      reply(name, acknowledge, given);
    };
    handle(visitor, name, args, handlers, ports, answer);
  };
  return (event, ...args) => {
    const acknowledge = args.pop();
    const name = String(event).slice(0, 64);
    if (ports.isDeaf(visitor)) visitor.line.cut();
    else if (typeof acknowledge !== "function") tellUnheard(visitor, name, ports);
    else act(name, args, acknowledge as Acknowledge);
  };
}

type Acknowledge = (answer: Answer<ClientMessageName>) => void;

function tellUnheard(visitor: Visitor, name: string, ports: AnswerPorts): void {
  const refusal = ports.admit(visitor) ?? refuse("invalid-message", UNHEARD);
  noteRefusal(name, refusal, ports);
  visitor.line.say("message:refused", { event: name, refusal });
}

/** Calls `answer` once, now or later. Never throws. */
function handle(
  visitor: Visitor,
  name: string,
  args: unknown[],
  handlers: Handlers,
  ports: AnswerPorts,
  answer: Acknowledge,
): void {
  const failed = (error: unknown): void => {
    ports.failed(nameToNote(name), error);
    answer(refusing(refusalFor(error)));
  };
  let given: ReturnType<typeof tryAnswer>;
  try {
    given = tryAnswer(visitor, name, args, handlers, ports, answer);
  } catch (error) {
    failed(error);
    return;
  }
  if (given instanceof Promise) given.then(answer, failed);
  else if (given) answer(given);
}

function tryAnswer(
  visitor: Visitor,
  name: string,
  args: unknown[],
  handlers: Handlers,
  ports: AnswerPorts,
  answer: Acknowledge,
): Promise<Answer<ClientMessageName>> | Answer<ClientMessageName> | undefined {
  const tooMuch = ports.admit(visitor);
  if (tooMuch) return refusing(tooMuch);
  if (!isKnown(name)) return refusing(unknownEvent(name));
  if (args.length !== 1) return refusing(refuse("invalid-message", ONE_PAYLOAD));
  return handleParsed(visitor, name, args[0], handlers[name], answer);
}

function handleParsed<Name extends ClientMessageName>(
  visitor: Visitor,
  name: Name,
  input: unknown,
  handler: Handler<Name>,
  answer: (answer: Answer<Name>) => void,
): ReturnType<Handler<Name>> {
  const parsed = parse<ParsedPayload<Name>>(payloadSchemas[name], input);
  if (parsed.ok) return handler(visitor, parsed.value, answer);
  return refusing(parsed.refusal);
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
