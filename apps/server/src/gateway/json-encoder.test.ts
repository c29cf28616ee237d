import fc from "fast-check";
import { Encoder, PacketType } from "socket.io-parser";
import { describe, expect, it } from "vitest";
import { JsonEncoder, writtenOnce } from "./json-encoder.js";

const plain = new Encoder();
const json = new JsonEncoder();

const packets = fc.record({
  type: fc.constantFrom(PacketType.EVENT, PacketType.ACK, PacketType.CONNECT, PacketType.CONNECT_ERROR),
  nsp: fc.constantFrom("/", "/games"),
  id: fc.option(fc.nat(), { nil: undefined }),
  data: fc.tuple(fc.string(), fc.jsonValue()),
});

describe("the encoder of what is said", () => {
  it("writes what Socket.IO's own does", () => {
    fc.assert(
      fc.property(packets, ({ id, ...packet }) => {
        const numbered = id === undefined ? packet : { ...packet, id };
        expect(json.encode(numbered)).toEqual(plain.encode(numbered));
      }),
    );
  });

  it("writes the same of a payload that many are told, under the number of each", () => {
    const payload = writtenOnce({ room: "a room", events: [{ seq: 1, text: 'a "quoted" word, and 😀' }] });
    for (const id of [0, 7, 1_234_567]) {
      const packet = { type: PacketType.EVENT, nsp: "/games", id, data: ["room:events", payload] };
      expect(json.encode(packet)).toEqual(plain.encode(packet));
    }
  });

  it("writes such a payload once, however many are told", () => {
    let times = 0;
    const payload = writtenOnce({
      toJSON() {
        times += 1;
        return "shared";
      },
    });
    for (let id = 0; id < 5; id += 1)
      json.encode({ type: PacketType.EVENT, nsp: "/games", id, data: ["room:events", payload] });
    expect(times).toBe(1);
  });
});
