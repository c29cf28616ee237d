import type { RoomView } from "@rejoin/sync";
import { expect, it } from "vitest";
import { InheritedCommands } from "./inherited-commands.js";

function view(
  pending: [string, RoomView["pending"][number]["status"]][],
  events: [string, number][] = [],
): RoomView {
  return {
    pending: pending.map(([commandId, status]) => ({ commandId, status })),
    events: events.map(([commandId, seq]) => ({ commandId, seq })),
  } as unknown as RoomView;
}

const isGivenHere = (command: string) => command === "mine";

it("tells once of a command that was accepted", () => {
  const inherited = new InheritedCommands();
  expect(inherited.changed(view([["old", { kind: "sent" }]]), isGivenHere)).toEqual([]);
  expect(inherited.changed(view([["old", { kind: "accepted", seq: 7 }]]), isGivenHere)).toEqual([["old", 7]]);
  expect(inherited.changed(view([], [["old", 7]]), isGivenHere)).toEqual([]);
});

it("tells of a command whose event arrived before any answer", () => {
  const inherited = new InheritedCommands();
  inherited.changed(view([["old", { kind: "waiting" }]]), isGivenHere);
  expect(inherited.changed(view([], [["old", 7]]), isGivenHere)).toEqual([["old", 7]]);
});

it("says nothing of what another page took over, nor of what was given here", () => {
  const inherited = new InheritedCommands();
  inherited.changed(
    view([
      ["old", { kind: "waiting" }],
      ["mine", { kind: "sent" }],
    ]),
    isGivenHere,
  );
  expect(inherited.changed(view([], [["mine", 7]]), isGivenHere)).toEqual([]);
});
