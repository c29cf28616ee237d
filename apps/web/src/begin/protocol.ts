/** For `main.ts`: whoever imports this has the protocol read. */
export { sessionAnswer } from "@rejoin/protocol";
