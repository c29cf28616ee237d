import { readdirSync, readFileSync } from "node:fs";

/** The kernel's unit of time in /proc: 1/100 s on every Linux that Node runs on. */
const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4_096;

/** Processor seconds that a process has used, in user and kernel mode. NaN where the system does not tell, or it is gone. */
export function cpuSeconds(pid: number): number {
  const fields = stat(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** As `cpuSeconds`, for a process, its children, and those that have ended: Postgres is a process for each connection. */
export function cpuSecondsOfFamily(pid: number): number {
  const fields = stat(pid);
  const ended = (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
  return childrenOf(pid).reduce((sum, child) => sum + (cpuSeconds(child) || 0), cpuSeconds(pid) + ended);
}

/** The memory that a process occupies, in bytes. NaN where the system does not tell. */
export function residentBytes(pid: number): number {
  const pages = read(`/proc/${pid}/statm`).split(" ")[1];
  return Number(pages) * PAGE_BYTES;
}

/** The process that started another one; NaN where the system does not tell. */
export function parentOf(pid: number): number {
  return Number(stat(pid)[1]);
}

/** The program that a process runs, or an empty text. */
export function programOf(pid: number): string {
  return read(`/proc/${pid}/comm`).trim();
}

function childrenOf(pid: number): number[] {
  return processes().filter((candidate) => parentOf(candidate) === pid);
}

function processes(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The fields of /proc/<pid>/stat after the program's name, which may hold spaces: the first is the state. */
function stat(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
