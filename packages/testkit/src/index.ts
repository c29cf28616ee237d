export * from "./eventually.js";
export * from "./play-out.js";
export * from "./raw-player.js";
export * from "./room-log.js";
export * from "./server-process.js";
export * from "./session.js";
export * from "./sync-player.js";
export * from "./tcp-proxy.js";
