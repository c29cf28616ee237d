import { readFileSync } from "node:fs";

/** What a process has open beside its connections: libraries, its database, and those who sign in meanwhile. */
const BESIDE = 500;
/** Somebody who signs in uses a port of their own for a moment. */
const PORTS_BESIDE = 2_000;

/** What this machine allows. NaN where it does not tell. */
export interface Allowed {
  /** Files and sockets that one process may have open. */
  files: number;
  /** Ports from which this machine may connect to one other. */
  ports: number;
}

/** @returns why so many connections to one server cannot be had here, in a sentence; null where they can */
export function whyTooMany(connections: number, { files, ports }: Allowed): string | null {
  const filesNeeded = connections + BESIDE;
  if (files < filesNeeded)
    return `A server with ${connections} connections needs ${filesNeeded} open files, and a process may have ${files} here: raise it with "ulimit -n ${filesNeeded}", or leave "connections" out with --only.`;
  const portsNeeded = connections + PORTS_BESIDE;
  if (ports < portsNeeded)
    return `${connections} connections need ${portsNeeded} local ports, and there are ${ports} here: widen net.ipv4.ip_local_port_range, or leave "connections" out with --only.`;
  return null;
}

/** What this machine allows; Node has raised the soft limit to the hard one when it started, and so does every process that it starts. */
export function allowedHere(): Allowed {
  const files = /^Max open files\s+\d+\s+(\d+)/m.exec(read("/proc/self/limits"))?.[1];
  const [first, last] = read("/proc/sys/net/ipv4/ip_local_port_range").trim().split(/\s+/).map(Number);
  return { files: Number(files), ports: (last ?? Number.NaN) - (first ?? Number.NaN) + 1 };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
