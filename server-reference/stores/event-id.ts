/** Padded, so that ids compared as text keep the order in which the events happened. */
export function toEventId(sequence: number): string {
  return String(sequence).padStart(12, '0')
}
