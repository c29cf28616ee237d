import type { RoomCommand } from "@rejoin/protocol";
import type { Observable } from "./observable.js";
import type { CommandOutcome, RoomView } from "./views.js";

/** A room that somebody holds. */
export interface RoomHandle {
  readonly view: Observable<RoomView>;
  /**
   * Gives a command. It is sent when there is a connection, after those given before it, and asked again with the same
   * id until it is answered: the promise never rejects, and stays pending for as long as the outcome is unknown.
   */
  send(command: RoomCommand): Promise<CommandOutcome>;
  /** Everything up to the applied number has been in front of the person's eyes. */
  seen(): void;
  /** The person has taken note of what passed while they were away. */
  dismissMissed(): void;
  /** Lets go. When the last holder has let go, and every command given is answered, the room is left. A seat is kept. */
  release(): void;
}
