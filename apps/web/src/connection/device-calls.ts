import {
  type Device,
  devicesAnswer,
  nothing,
  type Player,
  redeemAnswer,
  type TransferAnswer,
  transferAnswer,
} from "@rejoin/protocol";
import { type Answer, call } from "./http";

/** Offers to speak for you from one more browser. */
export function offerTransfer(): Promise<Answer<TransferAnswer>> {
  return call(transferAnswer, "/api/session/transfer", { method: "POST", body: {} });
}

/** Takes up such an offer: this browser is somebody else from then on. @param transfer the secret of a link, or a code */
export async function redeemTransfer(transfer: string): Promise<Answer<Player>> {
  const answer = await call(redeemAnswer, "/api/session/redeem", { method: "POST", body: { transfer } });
  return answer.ok ? { ok: true, value: answer.value.player } : answer;
}

/** The browsers that speak for you, the one that was used last first. */
export async function listDevices(): Promise<Answer<readonly Device[]>> {
  const answer = await call(devicesAnswer, "/api/sessions");
  return answer.ok ? { ok: true, value: answer.value.devices } : answer;
}

/** Signs one of them out. Its connections are cut. */
export function endDevice(id: string): Promise<Answer<object>> {
  return call(nothing, `/api/sessions/${id}`, { method: "DELETE" });
}
