import { Server, type ServerOptions } from "socket.io";
import { host, httpServer, port } from "./listen.js";

/**
 * A Socket.IO server with its defaults but for what is given, and the one thing that its documentation advises to whoever
 * has no use for it: https://socket.io/docs/v4/performance-tuning/#discard-the-initial-http-request
 */
export function socketIoServer(options: Partial<ServerOptions> = {}) {
  const http = httpServer();
  // Nobody fetches the client's script from here.
  const io = new Server(http, { serveClient: false, ...options });
  io.engine.on("connection", (connection) => {
    connection.request = null;
  });
  return { io, listen: () => http.listen(port, host) };
}
