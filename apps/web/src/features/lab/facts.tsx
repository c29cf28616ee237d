import type { RoomHandle } from "@rejoin/sync";
import type { Lab } from "@rejoin/sync/lab";
import type { ReactNode } from "react";
import { useClient, useConnection, useWire } from "../../connection/client";
import { useRoomHandle } from "../../connection/room";
import { useObservable } from "../../connection/use-observable";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";

/** What is known of the connection. */
export function Facts({ lab }: { lab: Lab }) {
  const client = useClient();
  const wire = useWire();
  const { roundTripMs } = useObservable(lab.view);
  // Looked at anew with each change of the connection.
  const connection = useConnection();
  const transport = connection.kind === "live" ? wire.transport : null;
  const t = laterTexts.lab;
  return (
    <>
      <Fact name={t.transport}>{transport ?? t.noTransport}</Fact>
      <Fact name={t.roundTrip}>
        {roundTripMs === null ? t.unknown : t.ms(roundTripMs)}
        <Button look="quiet" onClick={() => client.check()} className="min-h-6 px-2 py-0 text-xs">
          {t.measure}
        </Button>
      </Fact>
    </>
  );
}

/** What is known of the room that is open. */
export function FactsOfRoom({ code }: { code: string }) {
  const handle = useRoomHandle(code);
  return handle && <FactsOf handle={handle} />;
}

function FactsOf({ handle }: { handle: RoomHandle }) {
  const { seq, head, pending } = useObservable(handle.view);
  const t = laterTexts.lab;
  return (
    <>
      <Fact name={t.log}>{t.heldOf(seq, head)}</Fact>
      <Fact name={t.outbox}>
        {pending.length === 0
          ? t.nothingWaits
          : pending.map(({ commandId, command, status }) => (
              <span key={commandId} className="basis-full">
                {command.type}: {t.outboxStates[status.kind]}
              </span>
            ))}
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
