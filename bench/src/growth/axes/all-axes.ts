import type { Axis } from "../axis.js";
import { connectionsAxis } from "./connections.js";
import { logAxis } from "./log.js";
import { membersAxis } from "./members.js";
import { roomsAxis } from "./rooms.js";

/** In the order in which they are measured. */
export const allAxes: readonly Axis[] = [roomsAxis, membersAxis, logAxis, connectionsAxis];
