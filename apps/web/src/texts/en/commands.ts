/** What one asked the room to do, while it is on its way or was refused. */
export const commands = {
  "take-seat": "Sitting down",
  "seat-bot": "Calling a bot",
  "leave-seat": "Leaving the seat",
  ready: "Changing readiness",
  configure: "Changing the table",
  start: "Starting the game",
  invite: "Inviting",
  decline: "Declining",
  kick: "Freeing a seat",
  mute: "Muting somebody",
  "hand-over": "Handing the table over",
  resign: "Resigning",
  rematch: "Asking for a rematch",
  close: "Closing the table",
};
