import { digestOf } from "@rejoin/testkit";
import type { World } from "./world.js";

/** Looks whether what each server has in memory of each room is the fold of its log. Rejects where it cannot look. */
export async function compareServers({ servers, truth, wrongs, coverage }: World): Promise<void> {
  for (const { life } of servers)
    for (const [id, room] of truth.rooms) {
      const found = await life?.games.finder.find(room.code, null, "nobody");
      if (!found?.ok) {
        wrongs.push(`${life?.host.name} does not find ${id}`);
        continue;
      }
      const { head, state } = found.room.position;
      coverage.count("server state compared");
      if (digestOf(state) !== digestOf(room.states[head]))
        wrongs.push(`G6: ${life?.host.name} holds at ${head} of ${id} what is not the fold of the log`);
    }
}
