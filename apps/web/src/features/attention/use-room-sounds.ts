import { useEffect, useRef } from "react";
import { useRoom } from "../../connection/room";
import { isHidden } from "../../safety/hidden-players";
import { soundIfWanted } from "../../sounds/sound-if-wanted";

/** Is heard when somebody writes, and when something was missed. */
export function useRoomSounds(): void {
  const { view, me, missed } = useRoom();
  const { events, seq } = view;
  const heard = useRef(seq);
  useEffect(() => {
    const fresh = events.filter((event) => event.seq > heard.current);
    heard.current = Math.max(heard.current, seq);
    const said = fresh.some(({ type, actor }) => type === "said" && actor !== me.id && !isHidden(actor));
    if (said) void soundIfWanted("message");
  }, [events, seq, me.id]);
  const wasAway = missed !== null;
  useEffect(() => {
    if (wasAway) void soundIfWanted("missed");
  }, [wasAway]);
}
