import { parseInstant, toInstant } from '../../../src/contract/index.js'

export function toEpochMs(instant: string): number {
  const epochMs = parseInstant(instant)
  if (epochMs === null) throw new TypeError(`Latchkey: not an instant: ${instant.slice(0, 40)}`)
  return epochMs
}

export function toEpochMsOrNull(instant: string | null | undefined): number | null {
  return instant === null || instant === undefined ? null : toEpochMs(instant)
}

export function toInstantOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : toInstant(epochMs)
}
