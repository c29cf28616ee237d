/** Of a table, while it is opened and from outside. */
export const room = {
  attention: {
    yourTurn: (title: string) => `● Your turn · ${title}`,
    missed: (count: number, title: string) => `(${count}) ${title}`,
  },
  notFound: {
    title: "No table here",
    code: (code: string) => `There is no table with the code ${code}, or it is not for you.`,
    malformed: (code: string) => `“${code}” is not a room code. A code has 6 letters and digits.`,
    hint: "Check the code and try again, or look around in the lobby.",
    page: "There is nothing at this address.",
  },
  joining: "Opening the table…",
};
