/** A promise that is settled from outside. */
export function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (why: Error) => void = () => undefined;
  const promise = new Promise<Value>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
