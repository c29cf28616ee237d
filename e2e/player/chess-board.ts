import { expect, type Locator } from "@playwright/test";
import type { Player } from "./player.js";

/** A square of the chess board, whatever stands on it. */
export function square({ table }: Player, name: string): Locator {
  return table.board.getByRole("button", { name: new RegExp(`(^|on )${name}(,|$)`) });
}

/** Presses the piece, then where it goes. @param move such as e2e4 */
export async function movePiece(player: Player, move: string): Promise<void> {
  await player.table.says("Your turn");
  await square(player, move.slice(0, 2)).click();
  await square(player, move.slice(2, 4)).click();
}

/** Drags a piece to where it goes. */
export async function dragPiece(player: Player, move: string): Promise<void> {
  await player.table.says("Your turn");
  const [from, to] = await Promise.all(
    [move.slice(0, 2), move.slice(2, 4)].map(async (name) => {
      const box = await square(player, name).boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    }),
  );
  const { mouse } = player.page;
  await mouse.move(from?.x ?? 0, from?.y ?? 0);
  await mouse.down();
  await mouse.move(to?.x ?? 0, to?.y ?? 0, { steps: 4 });
  await mouse.up();
}

/** Chooses a piece and where it goes with nothing but keys. The board must have the focus. */
export async function movePieceByKeys(player: Player, move: string): Promise<void> {
  await player.table.says("Your turn");
  for (const name of [move.slice(0, 2), move.slice(2, 4)]) {
    await walk(player, name);
    await player.page.keyboard.press("Enter");
  }
}

/** Goes to a square with the arrows, from wherever the focus is on the board. White is below. */
async function walk(player: Player, name: string): Promise<void> {
  const { keyboard } = player.page;
  const here = await player.table.board.locator(":focus").getAttribute("aria-label");
  const [from, to] = [placeOf(/[a-h][1-8]/.exec(here ?? "")?.[0] ?? "a1"), placeOf(name)];
  const [right, up] = [to.file - from.file, to.rank - from.rank];
  for (let step = 0; step < Math.abs(right); step++)
    await keyboard.press(right > 0 ? "ArrowRight" : "ArrowLeft");
  for (let step = 0; step < Math.abs(up); step++) await keyboard.press(up > 0 ? "ArrowUp" : "ArrowDown");
  await expect(square(player, name)).toBeFocused();
}

function placeOf(name: string): { file: number; rank: number } {
  return { file: name.charCodeAt(0), rank: Number(name[1]) };
}
