import { NAMESPACE, PROTOCOL_VERSION, SESSION_COOKIE } from "../version.js";

/** How the page begins. */
export const OPENING = `# The wire, version ${PROTOCOL_VERSION}

<!-- Generated from the schemas in packages/protocol by \`npm run wire-docs\`. Do not edit: a test compares. -->

Everything that a client needs to know to take part, whatever it is written in. The schemas in
[packages/protocol](../packages/protocol/src) are what the server itself reads and writes with, and the tables below are made from
them.

## The idea

A room is a log: events numbered 1, 2, 3 … without a hole. You hold a position in it, the number of the last event that you have
applied. Everything that you hear is a hint; the log is the truth.

1. **An event whose number is your next one**, apply. **One that you have**, drop. **A later one** shows a hole: ask with
   \`room:catch-up\` for what follows your position. The same when \`room:heads\` names a number above yours.
2. **A snapshot** replaces what you hold, and its \`seq\` is your position. It comes only with a reason.
3. **A command** carries a \`commandId\` that you choose. No answer means *unknown*, never *failed*: ask again with the same id until
   there is an answer. The event itself comes to you as it comes to everybody; the answer is only its number.
4. **The epoch** names one life of a log. When it is not the one you hold, numbers mean something else: you will get a snapshot.
5. **After connecting again**, join each of your rooms with \`after\`, and you get what you missed, and then what happens.`;

/** What precedes the messages. */
export const CONNECTING = `## HTTP

On the same port as everything else. Bodies are JSON. Whatever goes wrong is answered \`{ "refusal": … }\` ([Refusal](#refusal)) with a
status that fits: 400, 401, 403, 404, 413, 429, 500 or 503.

| call | answer |
| --- | --- |
| \`POST /api/session\` \`{ name? }\` | 201 \`{ player }\` ([Player](#player)), and the cookie \`${SESSION_COOKIE}\`. Without a name you are given one. With a valid cookie you stay who you are, and get a new cookie |
| \`GET /api/session\` | 200 \`{ player }\`, or 401 |
| \`PATCH /api/session\` \`{ name?, avatar? }\` | 200 \`{ player }\`, or 401 |
| \`DELETE /api/session\` | 204; the cookie is worth nothing any more |
| \`POST /api/session/transfer\` | 201 \`{ link, code, expiresAt }\`: an offer to speak for you from one more browser, good once and for five minutes. It ends the one before. \`link\` is 128 random bits for a link or a QR code, \`code\` a short form to be typed |
| \`POST /api/session/redeem\` \`{ transfer }\` | 201 \`{ player }\` and a cookie of its own, for a \`link\` or a \`code\`. A session that this browser had ends; 400 \`no-such-transfer\` says why where there is nothing to take up |
| \`GET /api/sessions\` | 200 \`{ devices }\`: the browsers that speak for you, each \`{ id, label, createdAt, usedAt, isThis }\` |
| \`DELETE /api/sessions/:id\` | 204; that browser's connections are cut. 404 where you have no such device |
| \`GET /api/rooms\` | 200 \`{ rooms }\`, the public directory: a list of [RoomSummary](#roomsummary) |
| \`GET /api/rooms/:room/events?after=0&limit=500\` | 200 \`{ epoch, head, first, base?, events }\`: the log after a number, as you may see it. \`first\` is the oldest number that is kept: events below it are gone, and where \`after\` lies below it the answer begins with it. Then \`base: { seq, state }\` is the room right before it, as a \`room:snapshot\` has it. \`:room\` is an id or a code |
| \`GET /healthz\` | 200 while the process lives |
| \`GET /readyz\` | 200 when players may be sent here; 503 while draining, or without a database |
| \`GET /metrics\` | figures for Prometheus, as text |

The cookie is \`HttpOnly\` and \`SameSite=Lax\`, and \`Secure\` over https. A request that changes something and comes from another site (by
its \`Origin\`) is refused with 403. A private room is found by its code, and by its id only by those who have been there; to anybody else
it is as if it were not there.

## Connecting

[Socket.IO](https://socket.io) 4, namespace \`${NAMESPACE}\`, with the session's cookie. There is no other namespace. \`auth: { protocol: ${PROTOCOL_VERSION} }\`
says which version you speak; left out, the server assumes its own. With \`player\` beside it, your id, a cookie of somebody else is
refused as \`unauthenticated\`: so nobody sends in another name what they gave in theirs. A connection that is not let in gets
\`connect_error\`, and its \`data\` is a [Refusal](#refusal): \`unauthenticated\`, \`unsupported-version\`, \`too-many-connections\`, \`draining\`,
\`unavailable\` or \`busy\`. A page of a foreign \`Origin\` is refused before that: polling with 403, the upgrade to a WebSocket with 400.

Two features of Socket.IO are better left off: its \`retries\` know nothing of \`commandId\`, and messages that are emitted while
disconnected are sent *before* your \`connect\` handler runs. Wait for \`connect\`, then ask.`;

/** What precedes the table of a client's messages. */
export const ASKING = `## What a client says

\`socket.emit(message, payload, acknowledge)\`. Each message has exactly one payload, an object with the fields below and no others, and
an acknowledgement callback, which gets

\`\`\`
{ ok: true, … }                                                    done; with the fields named as the answer
{ ok: false, refusal: { code, message, retryable, retryAfterMs? } }    not done, and why
\`\`\`

A message without the callback is not acted on; \`message:refused\` says so.`;

export const HEARING = `## What a server says

Fields that you do not know may be added: ignore them. Where the callback is there (\`room:events\`), call it, with nothing, once you have
applied the page.`;

export const COMMANDING = `### Commands

The \`command\` of \`room:command\`. Beside its \`type\` it has these fields, and an accepted one is recorded as exactly one event. Text is
cleaned before it is measured: Unicode NFKC, without control, bidirectional or invisible characters, white space folded and trimmed.

What a move is belongs to the game, and so do its board and its setup: see [packages/rules](../packages/rules/src/games). In Tic-tac-toe
it is \`{ "cell": 4 }\`, from 0 at the top left, row by row; in Connect Four \`{ "column": 3 }\`, from 0 at the left; in Chess
\`{ "from": "e2", "to": "e4" }\`, with \`"promotion": "q"\` where a pawn arrives; in Rock, paper, scissors \`{ "choose": "rock" }\`. A bot in a
seat needs nothing from you: what it does comes as its \`moved\`.

A command that waits with you while you are offline may arrive when the game that it was meant for is over, and the next one at that
table has begun. Name the game, with \`round\`, and it is refused as \`game-over\`.`;

export const RECORDING = `### Events

\`{ seq, at, actor, commandId?, type, data }\`: the number, the time in milliseconds since 1970, the player's id or \`"room"\` for what the
room does by itself, the id of the command that it came from, and what happened. \`by\` is how that person looked then. What follows from
an event (a countdown, a win, a new host) is derived and not recorded; \`packages/rules\` derives it, and a snapshot's \`state\` is what it
comes to. Where a game has secrets the event comes all the same, with its number, and without what is not for you.`;
