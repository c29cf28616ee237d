import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

/** A user of this machine. Postgres refuses to run as root, so root runs it as somebody else. */
export interface Account {
  uid: number;
  gid: number;
}

const run = promisify(execFile);
const searchPath = `${process.env.PATH ?? ""}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin`;
const environment = { PATH: searchPath, LC_ALL: "C" };
const ownAccountName = "rejoin";

/**
 * Whom Postgres runs as: undefined means as ourselves, which is right for everybody but root.
 * Root takes the owner of the database that is already there, else the user `postgres`, else one made for this.
 * @param existingData a data folder, if there is one
 * @throws when there is no such user and none can be made
 */
export async function postgresAccount(existingData: string | undefined): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existingData === undefined ? undefined : await stat(existingData);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await accountNamed("postgres")) ?? (await accountNamed(ownAccountName)) ?? (await createAccount());
}

async function accountNamed(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ["-u", "-g"].map((flag) => run("id", [flag, name], { env: environment })),
    );
    const account = { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
    return account.uid > 0 ? account : undefined;
  } catch {
    return undefined;
  }
}

async function createAccount(): Promise<Account> {
  const attempts: [string, string[]][] = [
    [
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", ownAccountName],
    ],
    ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", ownAccountName]],
  ];
  const problems: string[] = [];
  for (const [command, args] of attempts) {
    // Another start may have made it meanwhile, so only what is there in the end counts.
    await run(command, args, { env: environment }).catch((error: Error) =>
      problems.push(error.message.trim()),
    );
    const account = await accountNamed(ownAccountName);
    if (account !== undefined) return account;
  }
  throw new Error(
    "Postgres does not run as root, there is no user `postgres`, and none could be made " +
      `(${problems.join("; ")}). Create one, start as another user, or set DATABASE_URL.`,
  );
}
