import { refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { describeRefused } from "./tell-refused";

const late = refuse("not-your-turn", "It is somebody else’s turn.");

describe("what was refused, in words", () => {
  it("says what it was, and why", () => {
    expect(describeRefused({ type: "move", move: { cell: 1 } }, late, false)).toBe(
      "Your move was not played. It is somebody else’s turn.",
    );
    expect(describeRefused({ type: "react", reaction: "🎉" }, late, false)).toContain("🎉");
    expect(describeRefused({ type: "take-seat" }, late, false)).toContain("Sitting down");
  });

  it("never loses a text: it is in the message line again, or in the words themselves", () => {
    const command = { type: "say", text: "half an hour of typing" } as const;
    expect(describeRefused(command, late, true)).toContain("back in the message line");
    expect(describeRefused(command, late, false)).toContain("half an hour of typing");
  });
});
