import { formatCount } from "../format";

export const settings = {
  title: "Settings",
  description: "Kept in this browser.",
  language: "Language",
  sounds: "Sounds",
  soundsNote: "When it is your turn, somebody writes, or you come back to what you missed.",
  maskWords: "Mask rude words",
  maskWordsNote: "In what others write. What is sent stays as it was written.",
  hidden: (count: number) =>
    `You hid the messages of ${formatCount(count, { one: "player", other: "players" })}.`,
  shortcuts: "Single keys",
  shortcutsNote: "“?” lists the keys, “/” goes to the message line.",
  showKeys: "All keys",
  showAll: "Show them again",
  keys: {
    title: "Keys",
    description: "Everything can be done without a mouse.",
    anywhere: "Anywhere",
    help: "This list",
    go: "Go from one thing to the next",
    press: "Press what is marked",
    close: "Close a dialog, or leave what you look at",
    table: "At a table",
    write: "Write a message",
    send: "Send it",
    board: "Move on the board",
    play: "Play there",
    ends: "To the edge of the board",
  },
};
