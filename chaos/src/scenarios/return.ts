import { SyncPlayer } from "@rejoin/testkit";
import { each, openRooms, signInMany, whenSo } from "./people.js";
import { type Scenario, spread } from "./scenario.js";
import { Stage } from "./stage.js";

const CLIENTS = 1_000;
const ROOMS = 25;
const BEHIND = 100;

/** A thousand clients whose server is killed, while somebody elsewhere goes on talking: when are they all level again? */
export const returning: Scenario = {
  name: "return",
  says: `From the restart of a server until each of ${CLIENTS} clients, ${BEHIND} events behind, is level with its room.`,
  async measure(folder, say) {
    await using stage = await Stage.set(folder);
    const [server, other] = [await stage.server(), await stage.server()];
    using host = await SyncPlayer.connect(other.url, "Host");
    const rooms = await openRooms(host, ROOMS);
    const held = await each(rooms, 8, (room) => host.enter(room));
    const sessions = await signInMany(server.url, CLIENTS / 10);
    const people = await each(Array.from({ length: CLIENTS }), 20, async (_, index) => {
      const player = await SyncPlayer.connect(server.url, sessions[index % sessions.length]);
      return { player, room: await player.enter(rooms[index % ROOMS] as string) };
    });
    say(`${CLIENTS} clients are level. Their server is killed.`);
    await server.kill();
    await each(held, ROOMS, async (room) => {
      for (let word = 0; word < BEHIND; word += 1) await room.send({ type: "say", text: `word ${word}` });
    });
    const heads = new Map(held.map(({ view }) => [view.get().room, view.get().seq]));
    say(`Each is ${BEHIND} events behind. The server is started.`);
    const started = performance.now();
    const levels = people.map(({ room: { view } }) => {
      const head = heads.get(view.get().room) ?? Number.POSITIVE_INFINITY;
      return whenSo(view, () => view.get().seq >= head && view.get().status.kind === "live", started);
    });
    await server.restart();
    const readyMs = performance.now() - started;
    const times = await Promise.all(levels);
    for (const { player } of people) player[Symbol.dispose]();
    return {
      clients: CLIENTS,
      "events behind, each": BEHIND,
      "from starting the process to its being ready, ms": Math.round(readyMs),
      ...spread(
        "from being ready to level",
        times.map((ms) => Math.max(0, ms - readyMs)),
      ),
      ...spread("from starting the process to level", times),
    };
  },
};
