// Two players in one program: one is cut off in the middle of their game, and misses nothing.
//   node docs/examples/client.mjs http://127.0.0.1:3000
import { setTimeout as sleep } from "node:timers/promises";
import { io } from "socket.io-client";

const server = process.argv[2] ?? "http://127.0.0.1:3000";
const newId = () => crypto.randomUUID();

async function connect(name) {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  };
  const session = await fetch(`${server}/api/session`, request);
  const cookie = session.headers.get("set-cookie").split(";")[0];
  const socket = io(`${server}/games`, { extraHeaders: { cookie }, transports: ["websocket"] });
  const me = { socket, room: "", at: undefined, heard: [] };

  // No answer means unknown. Asking again with the same commandId is always safe, so it is done until there is one.
  me.ask = async (message, payload) => {
    for (; ; await sleep(500)) {
      const answer =
        socket.connected &&
        (await socket
          .timeout(5_000)
          .emitWithAck(message, payload)
          .catch(() => null));
      if (answer?.ok) return answer;
      if (answer && !answer.refusal.retryable) throw new Error(answer.refusal.message);
    }
  };
  me.act = (command) => me.ask("room:command", { room: me.room, commandId: newId(), command });
  me.join = async (key) => {
    me.room = (await me.ask("room:join", { room: key, after: me.at })).room;
  };
  const catchUp = () => me.ask("room:catch-up", { room: me.room, after: me.at });

  // A snapshot moves you. An event is the next one and applied, or known and dropped, or later and shows a hole.
  socket.on("room:snapshot", ({ epoch, seq }) => Object.assign(me, { at: { epoch, seq } }));
  socket.on("room:events", ({ epoch, events }, received) => {
    for (const event of events.filter(({ seq }) => seq > me.at.seq)) {
      if (event.seq > me.at.seq + 1) return catchUp();
      me.at = { epoch, seq: event.seq };
      me.heard.push(event.type);
      console.log(name, "hears", event.seq, event.type, event.data.move ?? event.data.text ?? "");
    }
    received?.();
  });
  socket.on("room:heads", ({ heads }) => heads[me.room] > me.at?.seq && catchUp());
  socket.on("connect", () => me.room && me.join(me.room));
  return me;
}

async function until(player, ...types) {
  while (!types.every((type) => player.heard.includes(type))) await sleep(20);
}

const [alice, bob] = [await connect("Alice"), await connect("Bob")];
const table = { commandId: newId(), title: "An example", game: "tic-tac-toe", visibility: "private" };
const { code } = await alice.ask("room:create", table);
await Promise.all([alice.join(code), bob.join(code)]);
for (const type of ["take-seat", "ready"]) for (const player of [alice, bob]) await player.act({ type });
await until(alice, "game-started");

bob.socket.disconnect();
await alice.act({ type: "move", round: 1, move: { cell: 4 } });
await alice.act({ type: "say", text: "Are you there?" });
bob.socket.connect();
await until(bob, "game-started", "moved", "said");
const { seq } = await bob.act({ type: "move", round: 1, move: { cell: 0 } });
while (alice.at.seq < seq || bob.at.seq < seq) await sleep(20);
console.log(`Both are at ${seq}, and missed nothing.`);
for (const { socket } of [alice, bob]) socket.disconnect();
