const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
const flushes = new Set<() => void>();

/**
 * Calls `flush` when this process ends by itself, by an uncaught error, or by a signal that asks it to end.
 *
 * @returns how to take that back
 */
export function flushAtExit(flush: () => void): () => void {
  if (flushes.size === 0) listen();
  flushes.add(flush);
  return () => {
    if (flushes.delete(flush) && flushes.size === 0) stopListening();
  };
}

function listen(): void {
  process.on("exit", flushAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off("exit", flushAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function flushAll(): void {
  for (const flush of flushes) flush();
}

// To listen for a signal takes away what it does by itself: where nobody else listens, that is done here.
function onSignal(signal: NodeJS.Signals): void {
  flushAll();
  if (process.listenerCount(signal) > 1) return;
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}
