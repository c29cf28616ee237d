import { createServer, type Server } from "node:http";

/** An HTTP server that answers whoever asks whether it is there. */
export function httpServer(): Server {
  return createServer((_request, response) => response.end());
}

/** The address that a contender was told to listen on. */
export const host = "127.0.0.1";
export const port = Number(process.env.PORT);

/** A setting that a contender cannot do without. @throws where it is missing */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
