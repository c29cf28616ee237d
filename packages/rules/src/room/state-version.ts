/**
 * Which version of the rules made a state. A state is stored (as a snapshot of its log) and read only by rules of the same
 * version; others fold the log again. Raise it with every change after which the same log comes to another state: a field
 * of `RoomState` or of a game's board, or what `evolve` makes of an event. A test notices.
 */
export const STATE_VERSION = 3;
