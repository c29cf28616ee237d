import { sounds } from "../settings/settings";
import type { Sound } from "./play-sound";

/** Plays a sound for those who have turned sounds on. Nobody else loads what it takes. */
export async function soundIfWanted(sound: Sound): Promise<void> {
  if (!sounds.get()) return;
  const { playSound } = await import("./play-sound");
  playSound(sound);
}
