import { makeThreadFormats } from "../texts/format";
import { patiently } from "../ui/patiently";

/** Fetches the code of the room, which the lobby does without at first and asks for when it is idle. */
export const loadRoomPage = patiently(async () => {
  const [page] = await Promise.all([import("./room-page"), makeThreadFormats()]);
  return page;
});
