// The room without any game: what a page needs before it knows which games are played.
export * from "./game.js";
export * from "./games/catalogue.js";
export * from "./games/known-games.js";
export * from "./room/decide.js";
export * from "./room/decision.js";
export * from "./room/due.js";
export * from "./room/evolve.js";
export * from "./room/state.js";
export * from "./room/state-version.js";
export * from "./room/summary.js";
export * from "./room/view.js";
