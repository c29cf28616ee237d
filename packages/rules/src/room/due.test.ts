import { describe, it } from "vitest";
import { given } from "../testing/given.js";
import {
  counting,
  dropped,
  finished,
  type Happening,
  opened,
  playing,
  START,
  seated,
  TIMING,
  wantedRematch,
} from "../testing/history.js";
import { alice, bob } from "../testing/people.js";

describe("what is due", () => {
  it("in an empty room, closing it", () => {
    given(opened(alice)).isDue({ type: "close-abandoned" }, TIMING.closeEmptyMs);
  });

  it("while people gather, play, or look at the result, closing it when nothing happens", () => {
    for (const before of [seated(), playing(), finished(), [...finished(), wantedRematch(bob)]]) {
      given(before).isDue({ type: "close-abandoned" }, TIMING.closeIdleMs);
    }
  });

  it("in a countdown, beginning", () => given(counting()).isDue({ type: "begin" }, TIMING.countdownMs));

  it("with somebody cut off, giving up; the first of several first", () => {
    const cut = [dropped(alice, 0, START + 70_000), dropped(bob, 1, START + 60_000)];
    given(playing(), cut[0] ?? []).isDue({ type: "give-up", player: alice.id });
    given(playing(), cut).isDue({ type: "give-up", player: bob.id });
  });

  it("with somebody cut off in a countdown, whatever comes first", () => {
    given(counting(), dropped(bob, 1)).isDue({ type: "begin" });
    given(counting(), dropped(bob, 1, START)).isDue({ type: "give-up", player: bob.id });
  });

  it("in a closed room, nothing", () => {
    const closed: Happening = { actor: "room", type: "room-closed", data: { reason: "abandoned" } };
    given(counting(), dropped(bob, 1), closed).isDue(null);
  });
});
