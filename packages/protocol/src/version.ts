/** The version of everything said on the wire. It changes when a schema changes in a way an old client cannot read. */
export const PROTOCOL_VERSION = 3;

/** The Socket.IO namespace that everything is said on. */
export const NAMESPACE = "/games";

/** The cookie that carries a session token. */
export const SESSION_COOKIE = "rejoin_session";
