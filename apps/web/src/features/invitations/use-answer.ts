import type { Invitation, RoomCommand } from "@rejoin/protocol";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "../../connection/client";
import { tellRefused } from "../../connection/tell-refused";

interface Answering {
  /** Whether an answer is on its way. */
  answering: boolean;
  /** Goes to the table and sits down there; where no seat is to be had one watches, and is told why. */
  join: () => void;
  decline: () => void;
}

/** Answers an invitation: either ends it, also when the connection is away just now. */
export function useAnswer({ code }: Invitation): Answering {
  const client = useClient();
  const navigate = useNavigate();
  const [answering, setAnswering] = useState(false);
  const say = async (command: RoomCommand): Promise<void> => {
    setAnswering(true);
    const room = client.openRoom(code);
    const outcome = await room.send(command);
    room.release();
    setAnswering(false);
    if (!outcome.ok) tellRefused(code, command, outcome.refusal);
  };
  return {
    answering,
    join: () => {
      void say({ type: "take-seat" });
      navigate(`/r/${code}`);
    },
    decline: () => void say({ type: "decline" }),
  };
}
