import type { Device } from "@rejoin/protocol";
import { useCallback, useEffect, useState } from "react";
import { endDevice, listDevices } from "../../connection/device-calls";
import { laterTexts } from "../../texts/later-texts";
import { refusalWords } from "../../texts/refusal-words";
import { notify } from "../../ui/toasts";

interface Devices {
  /** Null until they are known. */
  list: readonly Device[] | null;
  /** Why they are not, or why one could not be signed out. */
  error: string | null;
  end: (device: Device) => Promise<void>;
}

const LOOK_EVERY_MS = 4_000;

/** Your devices, looked at again and again while they are shown: the one that is being added appears by itself. */
export function useDevices(): Devices {
  const [list, setList] = useState<readonly Device[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const look = useCallback(async () => {
    const answer = await listDevices();
    if (answer.ok) setList(answer.value);
    setError(answer.ok ? null : refusalWords(answer.refusal));
  }, []);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  const end = async (device: Device): Promise<void> => {
    const answer = await endDevice(device.id);
    if (!answer.ok) return setError(refusalWords(answer.refusal));
    notify(laterTexts.devices.ended(device.label || laterTexts.devices.unknown));
    await look();
  };
  return { list, error, end };
}
