import type { Device } from "@rejoin/protocol";
import { useId } from "react";
import { formatDay, formatMoment, formatSince } from "../../texts/format";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { useDevices } from "./use-devices";

/** Where you are signed in, and a way to end each but this one. */
export function DeviceList() {
  const { list, error, end } = useDevices();
  const id = useId();
  const t = laterTexts.devices;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 text-sm font-semibold text-soft">
        {t.listed}
      </h3>
      {list === null && !error && <p className="text-soft">{t.loading}</p>}
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
      <ul className="grid gap-2">
        {list?.map((device) => (
          <DeviceRow key={device.id} device={device} onEnd={() => end(device)} />
        ))}
      </ul>
    </section>
  );
}

function DeviceRow({ device, onEnd }: { device: Device; onEnd: () => void }) {
  const t = laterTexts.devices;
  const label = device.label || t.unknown;
  return (
    <li className="flex min-h-14 items-center justify-between gap-3 rounded-2xl bg-sunk py-2 pr-2 pl-3.5">
      <span className="min-w-0">
        <span className="block truncate font-semibold">{label}</span>
        <span className="block text-sm text-soft" title={formatMoment(device.usedAt)}>
          {device.isThis ? t.thisOne : t.lastUsed(formatSince(device.usedAt, Date.now()))},{" "}
          {t.since(formatDay(device.createdAt))}
        </span>
      </span>
      {!device.isThis && (
        <Button
          look="quiet"
          aria-label={t.endOf(label)}
          className="shrink-0 px-3 text-danger"
          onClick={onEnd}
        >
          {t.end}
        </Button>
      )}
    </li>
  );
}
