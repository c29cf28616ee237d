import { type Clock, systemClock } from "../clock.js";

/** A process that can be stopped at any point, for a while or for good: nothing reaches it until it goes on. */
export class SleepyProcess {
  #waiting: (() => void)[] = [];
  #isAwake = true;

  /** The platform's timers, of which none fires while the process sleeps. */
  readonly clock: Clock = {
    ...systemClock,
    setTimer: (ms, fire) => {
      let isOff = false;
      const callOff = systemClock.setTimer(ms, () => this.run(() => isOff || fire()));
      return () => {
        isOff = true;
        callOff();
      };
    },
  };

  sleep(): void {
    this.#isAwake = false;
  }

  wake(): void {
    this.#isAwake = true;
    for (const go of this.#waiting.splice(0)) this.run(go);
  }

  /** Does something now, or when the process is awake. */
  run(what: () => void): void {
    if (this.#isAwake) what();
    else this.#waiting.push(what);
  }

  /**
   * What the process calls over a network: each call takes its time on the way there and back, is done although the
   * process sleeps, and is answered when it is awake.
   */
  over<Port extends object>(port: Port, delayMs: () => number): Port {
    const travel = () => new Promise<void>((arrived) => systemClock.setTimer(delayMs(), arrived));
    return new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          await travel();
          const answer = await method.apply(target, args);
          await travel();
          await new Promise<void>((awake) => this.run(awake));
          return answer;
        };
      },
    });
  }
}
