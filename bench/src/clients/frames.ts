/**
 * The frames of Socket.IO 5 over Engine.IO 4, as https://socket.io/docs/v4/socket-io-protocol/ describes them: text only,
 * since nothing binary is said here.
 */

/** What a server said in one frame. */
export type Frame =
  | { kind: "open" | "ping" | "close" | "other" }
  | { kind: "connected"; data: unknown }
  | { kind: "refused"; data: unknown }
  /** `id` where the server wants an acknowledgement. */
  | { kind: "event"; id: number | undefined; args: readonly unknown[] }
  | { kind: "acknowledgement"; id: number; args: readonly unknown[] };

/** What the client answers a ping with. */
export const PONG = "3";

/** @throws {SyntaxError} for JSON that is none */
export function readFrame(text: string): Frame {
  switch (text.charCodeAt(0)) {
    case Code.message:
      return readPacket(text);
    case Code.open:
      return { kind: "open" };
    case Code.close:
      return { kind: "close" };
    case Code.ping:
      return { kind: "ping" };
    default:
      return { kind: "other" };
  }
}

/** Asks for a namespace: the first thing that a client says. */
export function connectFrame(namespace: string, auth: object): string {
  return `40${prefix(namespace)}${JSON.stringify(auth)}`;
}

/** Says something that is to be acknowledged under `id`. */
export function eventFrame(namespace: string, id: number, args: readonly unknown[]): string {
  return `42${prefix(namespace)}${id}${JSON.stringify(args)}`;
}

/** Acknowledges an event of the server. */
export function acknowledgementFrame(namespace: string, id: number): string {
  return `43${prefix(namespace)}${id}[]`;
}

const ZERO = "0".charCodeAt(0);
const SLASH = "/".charCodeAt(0);

/** The digits by which Engine.IO tells its packets apart, and Socket.IO its own, as character codes. */
const Code = { open: ZERO, close: ZERO + 1, ping: ZERO + 2, message: ZERO + 4 } as const;
const Packet = {
  connect: ZERO,
  disconnect: ZERO + 1,
  event: ZERO + 2,
  acknowledgement: ZERO + 3,
  refused: ZERO + 4,
} as const;

function prefix(namespace: string): string {
  return namespace === "/" ? "" : `${namespace},`;
}

function readPacket(text: string): Frame {
  const type = text.charCodeAt(1);
  let at = 2;
  if (text.charCodeAt(at) === SLASH) at = text.indexOf(",", at) + 1;
  const idAt = at;
  while (isDigit(text.charCodeAt(at))) at += 1;
  const id = at > idAt ? Number(text.slice(idAt, at)) : undefined;
  const data: unknown = at < text.length ? JSON.parse(text.slice(at)) : undefined;
  switch (type) {
    case Packet.event:
      return { kind: "event", id, args: data as readonly unknown[] };
    case Packet.acknowledgement:
      return { kind: "acknowledgement", id: id ?? -1, args: data as readonly unknown[] };
    case Packet.connect:
      return { kind: "connected", data };
    case Packet.refused:
      return { kind: "refused", data };
    default:
      return { kind: type === Packet.disconnect ? "close" : "other" };
  }
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}
