/** A promise that is settled from outside. */
export function deferred() {
  let resolve: () => void = () => undefined;
  let reject: (why: Error) => void = () => undefined;
  const promise = new Promise<void>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
