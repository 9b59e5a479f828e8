package dev.attendance.livekit;

/** Why a request was not accepted as one of LiveKit's. */
public enum RejectionReason {
  /** There is no token. */
  NO_TOKEN,
  /** The token is not a JSON web token with claims, or longer than any of LiveKit's. */
  MALFORMED_TOKEN,
  /** It is not signed by HS256, or demands something that is not supported. */
  UNSUPPORTED_TOKEN,
  /** Its issuer is none of the API keys. */
  UNKNOWN_KEY,
  /** It was not signed with the secret of its API key. */
  BAD_SIGNATURE,
  /** It does not say when it expires. */
  NO_EXPIRY,
  /** It has expired, the leeway included. */
  EXPIRED,
  /** It is not valid yet, the leeway included: our clock or the server's is wrong. */
  NOT_YET_VALID,
  /** It does not say which body it was made for. */
  NO_BODY_HASH,
  /** It was made for other bytes than those that came. */
  BODY_CHANGED
}
