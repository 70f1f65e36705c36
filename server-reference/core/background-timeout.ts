/** Nobody waits for what is done in the background, so a call may take longer than one in a request's way. */
export const backgroundTimeoutMs = 5_000
