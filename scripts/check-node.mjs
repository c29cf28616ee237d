// Imported first by every command, and plain enough for an old Node to get as far as the sentence below.
const parts = process.versions.node.split(".");
const major = Number(parts[0]);
const minor = Number(parts[1]);
const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;

if (!isSupported) {
  console.error(`Rejoin needs Node 20.19, 22.12 or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
