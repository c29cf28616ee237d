import Avatar from "boring-avatars";
import { memo } from "react";

const COLOURS = ["#2b5bc7", "#b8305f", "#12797d", "#7344b8", "#efe0bf", "#26335f"];

interface FaceProps {
  /** The seed that the face is drawn from. */
  avatar: string;
  /** In pixels. */
  size?: number;
  className?: string;
}

/** A person's face. It always stands beside their name, so it says nothing to a screen reader. */
export const Face = memo(function Face({ avatar, size = 40, className }: FaceProps) {
  return (
    <Avatar
      variant="beam"
      name={avatar}
      colors={COLOURS}
      size={size}
      aria-hidden
      className={className}
      focusable="false"
    />
  );
});
