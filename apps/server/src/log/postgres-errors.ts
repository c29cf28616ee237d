import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import { Prisma } from "../database/generated/client.js";

/**
 * Whether an error is about what was asked (a value that a column does not take, a constraint), so that another
 * statement may well succeed; as opposed to the connection, the server or its time limits.
 *
 * The classes of SQLSTATE are those of PostgreSQL's documentation, appendix A: 22 is "data exception", 23 is "integrity
 * constraint violation".
 */
export function isAboutTheStatement(error: unknown): boolean {
  return hasState(error, "22", "23");
}

/** Whether something that must be there only once is there already: 23505 is "unique violation". */
export function isRepetition(error: unknown): boolean {
  return hasState(error, "23505");
}

/**
 * Whether the database does not have what was asked for, or not for us. Class 42 is "syntax error or access rule violation",
 * which an unknown function is, too; 0A is "feature not supported", 55 is "object not in prerequisite state".
 */
export function isNotOffered(error: unknown): boolean {
  return hasState(error, "42", "0A", "55");
}

function hasState(error: unknown, ...classes: string[]): boolean {
  const state = sqlState(error) ?? "";
  return classes.some((one) => state.startsWith(one));
}

/** The SQLSTATE, whether Prisma's client was asked or its driver. */
function sqlState(error: unknown): string | undefined {
  if (isDriverAdapterError(error)) return error.cause.originalCode;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const { code, driverAdapterError } = (error.meta ?? {}) as {
    code?: string;
    driverAdapterError?: { cause?: { originalCode?: string } };
  };
  return driverAdapterError?.cause?.originalCode ?? code;
}
