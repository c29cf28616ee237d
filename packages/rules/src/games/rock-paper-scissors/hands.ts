export const HANDS = ["rock", "paper", "scissors"] as const;
export type Hand = (typeof HANDS)[number];

/** Paper wraps rock, scissors cut paper, rock blunts scissors; and any hand beats none. */
export function beats(one: Hand | null, other: Hand | null): boolean {
  if (one === null) return false;
  return other === null || one === beaterOf(other);
}

/** The hand that beats this one. */
export function beaterOf(hand: Hand): Hand {
  return HANDS[(HANDS.indexOf(hand) + 1) % HANDS.length] ?? hand;
}
