import type { PendingCommand } from "@rejoin/sync";
import { describe, expect, it } from "vitest";
import { ADA, BEGUN, BEN, logOf, move, OPEN } from "../../testing/log-of";
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

  it("does not show one that the rules would refuse", () => {
    const { state } = logOf(...BEGUN, [ADA, move(4)]);
    expect(pendingBoard(state, 0, [waiting])).toEqual({ board: state.board, move: null });
    expect(pendingBoard(logOf(...BEGUN, [ADA, move(4)], [BEN, move(0)]).state, 0, [waiting]).move).toBeNull();
  });
});
