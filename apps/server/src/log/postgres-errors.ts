import { Prisma } from "../database/generated/client.js";

/**
 * Whether an error is about what was asked (a value that a column does not take, a constraint), so that another
 * statement may well succeed; as opposed to the connection, the server or its time limits.
 *
 * The classes of SQLSTATE are those of PostgreSQL's documentation, appendix A: 22 is "data exception", 23 is "integrity
 * constraint violation".
 */
export function isAboutTheStatement(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const state = sqlState(error.meta);
  return state?.startsWith("22") === true || state?.startsWith("23") === true;
}

function sqlState(meta: unknown): string | undefined {
  const { code, driverAdapterError } = (meta ?? {}) as {
    code?: string;
    driverAdapterError?: { cause?: { originalCode?: string } };
  };
  return driverAdapterError?.cause?.originalCode ?? code;
}
