import { gameJson } from "@rejoin/protocol";
import { describe, it } from "vitest";
import { gameOf } from "../../games/known-games.js";
import { given } from "../../testing/given.js";
import { type Happening, opened, sat, seated } from "../../testing/history.js";
import { alice, bob, carol } from "../../testing/people.js";

const say = { type: "say", text: "apple" } as const;
const react = { type: "react", reaction: "👍" } as const;
const muted = (player: string, isMuted = true): Happening => ({
  actor: alice.id,
  type: "muted",
  data: { player, muted: isMuted, by: alice.person },
});

describe("muting", () => {
  it("MUTE-1 is the host's, and keeps somebody from saying anything at this table", () => {
    given(seated())
      .when(alice, { type: "mute", player: bob.id, muted: true })
      .then("muted", { player: bob.id, muted: true })
      .leaves({ muted: [bob.id] })
      .when(bob, say)
      .refused("muted");
    given(seated(), muted(bob.id)).when(bob, react).refused("muted");
    given(seated(), muted(bob.id)).when(carol, say).accepted();
    given(seated()).when(bob, { type: "mute", player: carol.id, muted: true }).refused("not-host");
  });

  it("MUTE-1 ends when the host says so", () => {
    given(seated(), muted(bob.id))
      .when(alice, { type: "mute", player: bob.id, muted: false })
      .accepted()
      .leaves({ muted: [] })
      .when(bob, say)
      .accepted();
  });

  it("is not for oneself, but a host who was muted before may end it", () => {
    given(seated()).when(alice, { type: "mute", player: alice.id, muted: true }).refused("no-such-player");
    const handed: Happening = {
      actor: alice.id,
      type: "handed-over",
      data: { player: bob.id, by: alice.person },
    };
    given(seated(), muted(bob.id), handed)
      .when(bob, { type: "mute", player: bob.id, muted: false })
      .accepted();
  });

  it("is remembered of so many, and of those the last", () => {
    const id = (number: number) => `${String(number).padStart(8, "0")}-0000-4000-8000-000000000000`;
    const many = Array.from({ length: 101 }, (_, number) => muted(id(number + 1)));
    given(seated(), muted(bob.id), many).when(bob, say).accepted();
  });
});

describe("talking while a game is played", () => {
  const options = gameJson.parse(gameOf("draw-and-guess").options.parse({}));
  const seats = [opened(alice, { game: "draw-and-guess", seats: 12, options }), sat(alice, 0), sat(bob, 1)];
  const setup = { type: "begin" } as const;

  it("TALK-1 gives nothing away that the game keeps secret", () => {
    const ready: Happening[] = [alice, bob].map(({ id, person }) => ({
      actor: id,
      type: "ready-changed",
      data: { ready: true, by: person },
    }));
    const counting: Happening = {
      actor: alice.id,
      type: "countdown-started",
      data: { by: alice.person },
    };
    const begun = given(seats, ready, counting).when("the room", setup, 3_000).accepted();
    const { drawer, stage } = begun.state.board as { drawer: number; stage: { offer: string[] } };
    const [draws, guesses] = drawer === 0 ? [alice, bob] : [bob, alice];
    const word = stage.offer[0] ?? "";
    const drawing = begun.when(draws, { type: "move", move: { type: "choose", word: 0 } }).accepted();
    drawing.when(draws, { type: "say", text: `It is a ${word}` }).refused("illegal-move");
    drawing.when(draws, { type: "say", text: "I cannot draw" }).accepted();
    drawing.when(carol, { type: "say", text: word }).accepted();
    drawing.when(guesses, { type: "say", text: "Hm" }).accepted();
  });
});
