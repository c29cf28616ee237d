import { Encoder, type Packet, PacketType } from "socket.io-parser";

/** The JSON of what is told to many one by one, as soon as it was written; empty before. */
const written = new WeakMap<object, string>();

/** A payload that is told to many one by one: its JSON is written once, and kept as long as the payload. It must not change any more. */
export function writtenOnce<Payload extends object>(payload: Payload): Payload {
  written.set(payload, "");
  return payload;
}

/**
 * Writes packets as Socket.IO's own encoder does, byte for byte (protocol v5). Everything that is said here is JSON, so it does
 * not look through each payload for binary data, and a payload that is told to many is not written again for each of them.
 */
export class JsonEncoder extends Encoder {
  override encode(packet: Packet): string[] {
    const { type, nsp, id, data } = packet;
    if (type === PacketType.EVENT || type === PacketType.ACK)
      return [`${type}${nsp === "/" ? "" : `${nsp},`}${id ?? ""}${jsonOf(data)}`];
    return super.encode(packet);
  }
}

/** @param data an event's name with its arguments, or an answer's */
function jsonOf(data: readonly unknown[]): string {
  const [name, payload] = data;
  const known = typeof payload === "object" && payload !== null ? written.get(payload) : undefined;
  if (known === undefined || data.length !== 2) return JSON.stringify(data);
  const json = known || JSON.stringify(payload);
  if (!known) written.set(payload as object, json);
  return `[${JSON.stringify(name)},${json}]`;
}
