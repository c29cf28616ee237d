import { describe, it } from "vitest";
import { given } from "../testing/given.js";
import { finished, type Happening, opened, playing, seated } from "../testing/history.js";
import { alice, bob, carol, theRoom } from "../testing/people.js";
import type { AnyRoomCommand } from "./decision.js";

describe("talking", () => {
  it("is for everybody who hears the room, seated or not, whatever is played", () => {
    for (const before of [[opened(alice)], seated(), playing(), finished()]) {
      given(before).when(carol, { type: "say", text: "Well played" }).then("said", { text: "Well played" });
      given(before).when(carol, { type: "react", reaction: "👏" }).then("reacted", { reaction: "👏" });
    }
  });

  it("changes nothing but when the room was last alive", () => {
    const before = given(playing()).state;
    given(playing())
      .when(bob, { type: "say", text: "Hm" })
      .accepted()
      .leaves({ ...before, lastAt: before.lastAt + 1_000 });
  });
});

describe("a closed room", () => {
  const closed: Happening = {
    actor: alice.id,
    type: "room-closed",
    data: { reason: "host", by: alice.person },
  };
  const anything: AnyRoomCommand[] = [
    { type: "take-seat" },
    { type: "leave-seat" },
    { type: "ready", ready: true },
    { type: "configure", title: "Again" },
    { type: "start" },
    { type: "move", move: { cell: 0 } },
    { type: "say", text: "Hello?" },
    { type: "react", reaction: "👍" },
    { type: "invite", player: carol.id },
    { type: "decline" },
    { type: "kick", player: bob.id },
    { type: "hand-over", player: bob.id },
    { type: "resign" },
    { type: "rematch" },
    { type: "close" },
    { type: "begin" },
    { type: "move-by-itself" },
    { type: "drop", player: bob.id },
    { type: "return", player: bob.id },
    { type: "give-up", player: bob.id },
    { type: "close-abandoned" },
  ];

  it.each(anything)("refuses $type", (command) => {
    given(playing(), closed).when(alice, command, 1e9).refused("room-closed");
    given(playing(), closed).when(theRoom, command, 1e9).refused("room-closed");
  });
});
