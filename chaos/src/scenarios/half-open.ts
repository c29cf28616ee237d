import { eventually, SyncPlayer, TcpProxy } from "@rejoin/testkit";
import { each, whenSo } from "./people.js";
import { type Scenario, spread } from "./scenario.js";
import { figureOf, Stage } from "./stage.js";

const CLIENTS = 20;
/** Far more than it may take: a figure is wanted, whatever it is. */
const PATIENCE_MS = 90_000;

/** Connections that carry nothing any more, and of whose end nobody was told: when does each side notice? */
export const halfOpen: Scenario = {
  name: "half-open",
  says: "From the moment when nothing passes any more until a client, and a server, gives the connection up.",
  async measure(folder, say) {
    await using stage = await Stage.set(folder);
    const server = await stage.server();
    await using proxy = await TcpProxy.listen({ port: server.port });
    const people = await each(Array.from({ length: CLIENTS }), 5, (_, index) =>
      SyncPlayer.connect(proxy.url, `Player ${index}`),
    );
    say(`${CLIENTS} connections fall silent.`);
    const silent = performance.now();
    proxy.stall();
    const clients = people.map(({ client }) =>
      whenSo(client.connection, () => client.connection.get().kind !== "live", silent),
    );
    const noticed = await eventually(
      "the server has noticed all",
      () => figureOf(server, "rejoin_connections"),
      (connections) => connections === 0,
      PATIENCE_MS,
    ).then(() => performance.now() - silent);
    const times = await Promise.all(clients);
    for (const person of people) person[Symbol.dispose]();
    return {
      connections: CLIENTS,
      "noticed by the server, all of them, ms": Math.round(noticed),
      ...spread("noticed by a client", times),
    };
  },
};
