export * from "./games/games.js";
export * from "./room.js";
