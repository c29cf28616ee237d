import { LogUnavailable } from "./event-log.js";

/** Whatever a query of the database fails with, what is told of it is that it did not answer. */
export async function unavailable<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw new LogUnavailable("the database did not answer", { cause: error });
  }
}
