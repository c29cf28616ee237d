/** What was given and not done. `why` is a sentence of the server's. */
export const refused = {
  message: (why: string) => `Your message was not sent, and is back in the message line. ${why}`,
  lostMessage: (text: string, why: string) => `Your message was not sent: “${text}” ${why}`,
  reaction: (reaction: string, why: string) => `${reaction} was not sent. ${why}`,
  move: (why: string) => `Your move was not played. ${why}`,
  other: (what: string, why: string) => `${what} did not work. ${why}`,
};
