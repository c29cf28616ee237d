import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** How long a process may take to end when it is asked to, in milliseconds. */
const STOP_WITHIN_MS = 15_000;

export function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Ends a process: with a signal, and with SIGKILL where that does not help in time. Nothing happens to one that has ended. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasExited(child)) return;
  const exited = once(child, "exit");
  child.kill(signal);
  const patience = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await exited;
  clearTimeout(patience);
}

/** Asks a server whether players may be sent to it, once. @param url of the server, without a path */
export async function askReady(url: string): Promise<"ready" | "not yet"> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok ? "ready" : "not yet";
  } catch {
    return "not yet";
  }
}
