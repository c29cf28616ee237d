/** A clock that never jumps, in milliseconds since any moment. All that is recorded of one run goes by the same one. */
export type RecordClock = () => number;

/** The machine's own: it reads the same in every process, to a microsecond. */
export const machineClock: RecordClock = () => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1_000 + Math.trunc(nanoseconds / 1_000) / 1_000;
};
