import type { PendingCommand } from "@rejoin/sync";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ADA, BEGUN, BEN, logOf, move, OPEN, type Step } from "../../testing/log-of";
import { headline } from "./headline";
import { pendingBoard } from "./pending-board";

const waiting: PendingCommand = {
  commandId: "c",
  command: move(4),
  givenAt: 0,
  status: { kind: "waiting" },
  isKept: true,
};
const quiet = { pending: [] };

describe("where the table stands", () => {
  it("says whose turn it is, to each in their own words", () => {
    const { state } = logOf(...BEGUN);
    expect(headline({ ...quiet, state, mySeat: 0 })).toBe("Your turn");
    expect(headline({ ...quiet, state, mySeat: 1 })).toBe("Ada to move");
    expect(headline({ ...quiet, state, mySeat: null })).toBe("Ada to move");
  });

  it("says that a move waits", () => {
    const { state } = logOf(...BEGUN);
    expect(headline({ state, mySeat: 0, pending: [waiting] })).toBe("Your move waits");
  });

  it("says who is waited for before a game", () => {
    const alone = logOf([ADA, OPEN], [ADA, { type: "take-seat", seat: 0 }]).state;
    expect(headline({ ...quiet, state: alone, mySeat: 0 })).toBe("Waiting for 1 more player");
    expect(headline({ ...quiet, state: alone, mySeat: null })).toBe("Take a seat to play");
    const half = logOf(...BEGUN.slice(0, 4)).state;
    expect(headline({ ...quiet, state: half, mySeat: 0 })).toBe("Waiting for Ben to be ready");
    expect(headline({ ...quiet, state: half, mySeat: 1 })).toBe("Press Ready when you are");
  });

  it("says how it ended where that is more than who won", () => {
    const chess: Step[] = [[ADA, { ...OPEN, game: "chess" }], ...BEGUN.slice(1), [ADA, { type: "resign" }]];
    expect(headline({ ...quiet, state: logOf(...chess).state, mySeat: 1 })).toBe("You won · by resignation");
  });

  it("says how it ended", () => {
    const { state } = logOf(...BEGUN, [ADA, { type: "resign" }]);
    expect(headline({ ...quiet, state, mySeat: 1 })).toBe("You won");
    expect(headline({ ...quiet, state, mySeat: 0 })).toBe("Ben won");
  });
});

describe("the board with a move that waits", () => {
  it("shows the move where the rules allow it", () => {
    const shown = pendingBoard(logOf(...BEGUN).state, 0, [waiting]);
    expect(shown.move).toEqual({ cell: 4 });
    expect(shown.board).toMatchObject({ cells: [null, null, null, null, 0, null, null, null, null] });
  });

  it("shows all of them where a game takes moves before earlier ones are confirmed", () => {
    vi.useFakeTimers({ now: 10_000 });
    onTestFinished(() => void vi.useRealTimers());
    const { state } = logOf(
      [ADA, { ...OPEN, game: "draw-and-guess" }],
      [ADA, { type: "take-seat", seat: 0 }],
      [BEN, { type: "take-seat", seat: 1 }],
      [BEN, { type: "ready", ready: true }],
      [ADA, { type: "start" }],
      ["room", { type: "begin" }],
      [ADA, { type: "move", move: { type: "choose", word: 0 } }],
    );
    const stroke = { type: "stroke", colour: "red", width: 6, points: "AAA" };
    const pending = [stroke, { ...stroke, goesOn: true }, stroke].map(
      (drawn): PendingCommand => ({ ...waiting, command: { type: "move", move: drawn } }),
    );
    expect(pendingBoard(state, 0, pending).board).toMatchObject({
      stage: { strokes: [{ points: "AAAAAA" }, { points: "AAA" }] },
    });
    expect(headline({ state, mySeat: 0, pending })).toBe("Draw your word");
    expect(headline({ state, mySeat: 1, pending: [] })).toBe("Ada draws. What is it?");
  });

  it("does not show one that the rules would refuse", () => {
    const { state } = logOf(...BEGUN, [ADA, move(4)]);
    expect(pendingBoard(state, 0, [waiting])).toEqual({ board: state.board, move: null });
    expect(pendingBoard(logOf(...BEGUN, [ADA, move(4)], [BEN, move(0)]).state, 0, [waiting]).move).toBeNull();
  });
});
