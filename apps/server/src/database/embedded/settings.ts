/** The user and database that everything of ours uses. */
export const databaseUser = "rejoin";
export const databaseName = "rejoin";

const settings = {
  listen_addresses: "127.0.0.1",
  // A path to a socket may have about 100 bytes, which a checkout easily exceeds.
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "64MB",
  max_wal_size: "512MB",
  // An acknowledged command survives a power cut. These are the defaults; they are here so that nobody turns them off.
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  logging_collector: "off",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] ",
  log_timezone: "UTC",
  timezone: "UTC",
};

/** How `postgres` is called: on one data folder and port, with our settings over those in its files. */
export function postgresArguments(data: string, port: number): string[] {
  const ours = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", data, "-p", String(port), ...ours];
}

/** How `initdb` is called. Text sorts by code point on every machine, whatever languages it has. */
export function initdbArguments(data: string, passwordFile: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${databaseUser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
}
