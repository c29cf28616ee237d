import type { RoomId } from "@rejoin/protocol";
import { eventually, type RawPlayer, SyncPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  command,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Both want the game with that number, and wait for it. */
async function begin(round: number, room: RoomId, ada: RawPlayer, bob: RawPlayer): Promise<void> {
  const type = round === 1 ? "ready" : "rematch";
  for (const player of [ada, bob]) await command(player, room, { type } as const);
  await eventually(
    `game ${round}`,
    () => bob.state(room)?.state,
    (state) => state?.phase.kind === "playing" && state.rounds === round,
  );
}

it("GAME-9 a move that waited offline is refused where a later game is played by then, and touches nothing of it", async () => {
  const [ada, bob] = [await server.player("Ada"), await server.player("Bob")];
  const { room } = await createRoom(ada);
  for (const player of [ada, bob]) {
    await join(player, room);
    await command(player, room, { type: "take-seat" });
  }
  await begin(1, room, ada, bob);

  using phone = await SyncPlayer.connect(server.url, ada.session);
  const held = await phone.enter(room);
  phone.client.stop();
  const move = { type: "move", move: { cell: 4 }, round: held.view.get().state?.rounds } as const;
  const resign = { type: "resign", round: held.view.get().state?.rounds } as const;
  const outcomes = [held.send(move), held.send(resign)];

  await command(ada, room, { type: "resign", round: 1 });
  await begin(2, room, ada, bob);
  phone.client.start();
  for (const outcome of await Promise.all(outcomes))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "game-over", retryable: false } });
  expect(bob.state(room)?.state).toMatchObject({ rounds: 2, phase: { kind: "playing" } });
  expect(bob.events(room).filter(({ type }) => type === "moved")).toEqual([]);
  expect(held.view.get().pending).toEqual([]);
});
