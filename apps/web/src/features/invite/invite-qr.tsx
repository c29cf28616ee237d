import { QRCodeSVG } from "qrcode.react";
import { texts } from "../../texts/texts";

/** Dark on white in either theme: cameras expect that. */
export default function InviteQr({ link }: { link: string }) {
  return (
    <QRCodeSVG
      value={link}
      size={120}
      level="M"
      fgColor="#1a2344"
      bgColor="#ffffff"
      role="img"
      aria-label={texts.room.invite.qr}
    />
  );
}
