import type { RecordedEvent } from "@rejoin/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvents, applySnapshot, EMPTY_REPLICA, hearHead, MOST_EVENTS, type Replica } from "./replica.js";
import { EPOCH, playedLog, RealLog } from "./testing/real-log.js";

const log = playedLog();

function hold(seq: number): Replica {
  return applySnapshot(EMPTY_REPLICA, { epoch: EPOCH, seq, state: log.states[seq] }).replica;
}

function hear(replica: Replica, events: RecordedEvent[]) {
  return applyEvents(replica, { epoch: EPOCH, events });
}

describe("a replica", () => {
  it("applies what comes next, and folds it (G5, G6)", () => {
    const { replica, applied, next } = hear(hold(3), log.after(3, 8));
    expect(replica).toMatchObject({ seq: 8, head: 8, base: { seq: 3 } });
    expect(replica.state).toEqual(log.states[8]);
    expect(applied).toEqual(log.after(3, 8));
    expect(next).toBe("nothing");
  });

  it("can hold a room from its first event", () => {
    const { replica } = hear(EMPTY_REPLICA, log.after(0, 4));
    expect(replica).toMatchObject({ seq: 4, base: null, state: log.states[4] });
  });

  it("drops what it has (G5)", () => {
    const held = hear(hold(3), log.after(3, 8)).replica;
    const again = hear(held, log.after(2, 6));
    expect(again.replica).toBe(held);
    expect(again.applied).toEqual([]);
  });

  it("applies the new part of a packet that overlaps what it has", () => {
    const { replica, applied } = hear(hold(5), log.after(2, 9));
    expect(applied).toEqual(log.after(5, 9));
    expect(replica.state).toEqual(log.states[9]);
  });

  it("CLIENT-1 never applies past a hole, and asks (G5)", () => {
    const { replica, applied, next } = hear(hold(3), log.after(5, 8));
    expect(applied).toEqual([]);
    expect(replica).toMatchObject({ seq: 3, head: 8, state: log.states[3] });
    expect(next).toBe("ask");
  });

  it("applies what waited behind a hole when the hole is filled", () => {
    const behind = hear(hold(3), log.after(5, 8)).replica;
    const { replica, applied, next } = hear(behind, log.after(3, 5));
    expect(applied).toEqual(log.after(3, 8));
    expect(replica).toMatchObject({ seq: 8, ahead: [] });
    expect(next).toBe("nothing");
  });

  it("CLIENT-6 keeps a bounded part of what waits behind a hole (G12)", () => {
    const chatter = new RealLog();
    chatter.say(2_000);
    const { replica } = applyEvents(hold(3), { epoch: EPOCH, events: chatter.after(10) });
    expect(replica.ahead.length).toBe(500);
    expect(replica.ahead[0]?.seq).toBe(11);
  });

  it("asks when a beacon tells of more, and not when it tells of less (G9)", () => {
    const behind = hearHead(hold(3), null, 9);
    expect(behind).toMatchObject({ next: "ask", replica: { seq: 3, head: 9 } });
    expect(hearHead(behind.replica, null, 2).replica).toBe(behind.replica);
  });

  it("applies nothing of another epoch, and asks", () => {
    const held = hold(3);
    expect(applyEvents(held, { epoch: "second-life", events: log.after(3, 4) })).toEqual({
      replica: held,
      applied: [],
      next: "ask",
    });
    expect(hearHead(held, "second-life", 1).next).toBe("ask");
  });

  it("is replaced by a snapshot that is further on", () => {
    const { replica } = applySnapshot(hold(3), { epoch: EPOCH, seq: 9, state: log.states[9] });
    expect(replica).toMatchObject({ seq: 9, head: 9, base: { seq: 9 }, events: [] });
  });

  it("CLIENT-2 does not go back for a snapshot that is late (G9)", () => {
    const held = hear(hold(3), log.after(3, 8)).replica;
    for (const seq of [5, 8]) {
      expect(applySnapshot(held, { epoch: EPOCH, seq, state: log.states[seq] }).replica).toBe(held);
    }
  });

  it("CLIENT-2 goes back for a snapshot of another epoch", () => {
    const held = hear(hold(3), log.after(3, 8)).replica;
    const { replica } = applySnapshot(held, { epoch: "second-life", seq: 2, state: log.states[2] });
    expect(replica).toMatchObject({ epoch: "second-life", seq: 2, head: 2, events: [], ahead: [] });
  });

  it("applies what waited behind a snapshot", () => {
    const behind = hear(hold(3), log.after(9, 12)).replica;
    const { replica, applied } = applySnapshot(behind, { epoch: EPOCH, seq: 9, state: log.states[9] });
    expect(applied).toEqual(log.after(9, 12));
    expect(replica.state).toEqual(log.states[12]);
  });

  it("CLIENT-6 holds a bounded number of events, and folds the oldest into its base (G12)", () => {
    const chatter = new RealLog();
    chatter.say(MOST_EVENTS + 500);
    let replica = EMPTY_REPLICA;
    for (let seq = 0; seq < chatter.head; seq += 200) {
      replica = applyEvents(replica, { epoch: EPOCH, events: chatter.after(seq, seq + 200) }).replica;
      expect(replica.events.length).toBeLessThanOrEqual(MOST_EVENTS);
    }
    const base = replica.base?.seq ?? 0;
    expect(base).toBeGreaterThan(0);
    expect(replica.base?.state).toEqual(chatter.states[base]);
    expect(replica.events).toEqual(chatter.after(base));
    expect(replica.state).toEqual(chatter.state);
  });

  it("CLIENT-1 equals the fold of the log at its number, whatever is lost, repeated or late (G5, G6, G9)", () => {
    const packet = fc
      .record({ after: fc.nat(log.head - 1), count: fc.integer({ min: 1, max: 6 }), kind: fc.nat(9) })
      .map(({ after, count, kind }) => (kind === 0 ? { snapshot: after + 1 } : { after, to: after + count }));
    fc.assert(
      fc.property(fc.array(packet, { maxLength: 60 }), (packets) => {
        let replica = EMPTY_REPLICA;
        for (const told of packets) {
          const before = replica;
          replica =
            "snapshot" in told
              ? applySnapshot(replica, { epoch: EPOCH, seq: told.snapshot, state: log.states[told.snapshot] })
                  .replica
              : hear(replica, log.after(told.after, told.to)).replica;
          expect(replica.seq).toBeGreaterThanOrEqual(before.seq);
          expect(replica.head).toBeGreaterThanOrEqual(before.head);
          expect(replica.state).toEqual(log.states[replica.seq]);
          expect(replica.events).toEqual(log.after(replica.base?.seq ?? 0, replica.seq));
        }
        const rest = hear(replica, log.after(replica.seq));
        expect(rest.replica.state).toEqual(log.state);
      }),
    );
  });
});
