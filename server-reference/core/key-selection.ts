/** Which keys: the one that was pasted, the one with an id, or all of a consumer, of an age, or of the database. */
export type KeySelection =
  /** A whole key, of which only its digest leaves this process. */
  | { secret: string }
  | { id: string }
  /** @param createdBefore RFC 3339; absent: all of them */
  | { consumerId: string; createdBefore?: string | undefined }
  | { createdBefore: string }
  | { all: true }
