/** The database cannot be used. The message is a sentence for the person at the terminal, without a password. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}
