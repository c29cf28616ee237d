import { checkedKing } from "@rejoin/rules/games/chess/board-view";
import { type ChessState, colourOf } from "@rejoin/rules/games/chess/chess-state";
import { opposite } from "@rejoin/rules/games/chess/position";
import { useEffect } from "react";
import { laterTexts } from "../../texts/later-texts";
import { announce } from "../../ui/announcer";
import { anyBoard, type BoardProps } from "../board";
import { PlayerStrip } from "./player-strip";
import { Promotion } from "./promotion";
import { Squares } from "./squares";
import { useChoice } from "./use-choice";
import "./chess.css";

/** The board from the side of whoever plays black for them, and from that of white for everybody else. */
function ChessBoard(props: BoardProps<ChessState>) {
  const { state, mySeat, playing } = props;
  const mine = colourOf(state, mySeat);
  const near = mine ?? "white";
  const choice = useChoice(props, mine);
  const inCheck = playing && mine !== null && props.playable && checkedKing(state) !== null;
  useEffect(() => {
    if (inCheck) announce(laterTexts.chess.youAreInCheck);
  }, [inCheck]);
  return (
    <div className="chess grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <PlayerStrip {...props} colour={opposite(near)} mine={false} />
      <div className="relative">
        <Squares {...props} near={near} choice={choice} />
        {choice.promotion && (
          <Promotion
            colour={near}
            to={choice.promotion.to}
            onChoose={choice.promote}
            onCancel={choice.putBack}
          />
        )}
      </div>
      <PlayerStrip {...props} colour={near} mine={mine !== null} />
    </div>
  );
}

export default anyBoard(ChessBoard);
