import { useEffect } from "react";
import { useClient } from "../../connection/client";
import { tellRefused } from "../../connection/tell-refused";
import { useObservable } from "../../connection/use-observable";

/** Tells, on any page, of what was given before a page was closed or loaded again and could not be done, and gives texts back. */
export function Returned() {
  const client = useClient();
  const returned = useObservable(client.returned);
  useEffect(() => {
    for (const { room, command, refusal, commandId } of returned) {
      tellRefused(room, command, refusal);
      client.takeReturned(commandId);
    }
  }, [client, returned]);
  return null;
}
