import { execFile } from "node:child_process";
import { statfs } from "node:fs/promises";
import { promisify } from "node:util";
import type { Account } from "../database/embedded/account.js";

const run = promisify(execFile);
/** What is written between looking and shrinking must fit, or the disk cannot be made so small. */
const SLACK_BYTES = [65_536, 262_144, 1_048_576, 4_194_304];

/** A disk whose size can be changed, so that it can be full. It lies in memory, and what is on it is gone with it. */
export class SmallDisk {
  readonly #folder: string;
  readonly #bytes: number;

  private constructor(folder: string, bytes: number) {
    this.#folder = folder;
    this.#bytes = bytes;
  }

  /** Lays an empty disk over a folder. @returns null where this machine does not let us */
  static async mount(
    folder: string,
    megabytes: number,
    account: Account | undefined,
  ): Promise<SmallDisk | null> {
    const bytes = megabytes * 1_048_576;
    const owner = account ? `,uid=${account.uid},gid=${account.gid}` : "";
    try {
      await run("mount", ["-t", "tmpfs", "-o", `size=${bytes},mode=0700${owner}`, "tmpfs", folder]);
      return new SmallDisk(folder, bytes);
    } catch {
      return null;
    }
  }

  /** Leaves no room for more than is there. @throws where the disk grows faster than it can be shrunk */
  async fill(): Promise<void> {
    for (const slack of SLACK_BYTES) {
      const { blocks, bfree, bsize } = await statfs(this.#folder);
      if (await this.#resize((blocks - bfree) * bsize + slack)) return;
    }
    throw new Error(`The disk at ${this.#folder} could not be filled.`);
  }

  /** Makes room again. */
  async empty(): Promise<void> {
    await this.#resize(this.#bytes);
  }

  async unmount(): Promise<void> {
    await run("umount", ["-l", this.#folder]);
  }

  async #resize(bytes: number): Promise<boolean> {
    try {
      await run("mount", ["-o", `remount,size=${bytes}`, this.#folder]);
      return true;
    } catch {
      return false;
    }
  }
}
