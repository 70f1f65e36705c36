import { redactKeys } from 'latchkey/contract'
import type { Decision, LatchkeyEvent } from 'latchkey/server'

/** Writes a line for each refused key (OP-1). */
export function logRefusal({ code, ...decision }: Decision): void {
  if (code !== 'ok') write('refused', { code, ...decision })
}

/** Writes a line for each change of a key, and for what a sweep finds. */
export function logEvent(event: LatchkeyEvent): void {
  write('event', { ...event })
}

/**
 * One line of JSON, without anything in the shape of a key (OP-1). Control and direction characters are escaped, so
 * that a message can neither begin a line of its own nor steer a terminal (OP-3).
 */
export function toLogLine(level: 'info' | 'error', fields: Record<string, unknown>, at: Date): string {
  const entry = { time: at.toISOString(), level, ...fields }
  return JSON.stringify(entry, redact).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, toEscape)
}

/** Each text by itself: in the finished line, the letter of an escape would pass for the beginning of a key. */
function redact(_: string, value: unknown): unknown {
  if (typeof value === 'string') return redactKeys(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [redactKeys(name), part]))
}

function write(what: string, fields: Record<string, unknown>): void {
  process.stderr.write(`${toLogLine('info', { what, ...fields }, new Date())}\n`)
}

/** Characters beyond the first 65,536 are two units, and each has an escape. */
function toEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
