import { Link } from "react-router";
import { useAttention } from "../features/attention/use-attention";
import { JoinByCode } from "../features/join-by-code/join-by-code";
import { texts } from "../texts/texts";
import { buttonLook } from "../ui/button";
import { LostThreadPicture } from "../ui/lost-thread-picture";
import { PlainPage } from "./plain-page";

/** Nothing at this address: why, and what to do instead. To be had as `no-table-on-demand`. */
export default function NoTable({ reason }: { reason: string }) {
  const t = texts.room.notFound;
  useAttention({ title: t.title, yourTurn: false });
  return (
    <PlainPage>
      <LostThreadPicture />
      <div>
        <h1 className="font-display text-4xl font-extrabold tracking-tight">{t.title}</h1>
        <p className="mt-3 text-lg wrap-anywhere">{reason}</p>
        <p className="mt-1 text-soft">{t.hint}</p>
      </div>
      <JoinByCode />
      <Link to="/" className={buttonLook("primary", "justify-self-start px-4")}>
        {texts.common.backToLobby}
      </Link>
    </PlainPage>
  );
}
