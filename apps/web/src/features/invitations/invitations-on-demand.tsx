import { lazy, Suspense } from "react";
import { useInvitations } from "../../connection/use-invitations";
import { patiently } from "../../ui/patiently";

const Invitations = lazy(patiently(() => import("./invitations")));

/** What one is invited to, on any page. What shows it is fetched with the first invitation. */
export function InvitationsOnDemand() {
  const invitations = useInvitations();
  return <Suspense>{invitations.length > 0 && <Invitations invitations={invitations} />}</Suspense>;
}
