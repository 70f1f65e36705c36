import { redactKeys } from 'latchkey/contract'

/** Where it happened: each part of Latchkey says what it knows. */
export interface ErrorOrigin {
  during?: string | undefined
  keyId?: string | undefined
  requestId?: string | undefined
}

/** Writes one line to the error output: for `createLatchkey`, `routeHandlers`, `authMiddleware` and the app itself. */
export function reportError(error: unknown, origin: ErrorOrigin): void {
  process.stderr.write(`${toErrorLine(error, origin, new Date())}\n`)
}

/**
 * One line of JSON, without anything in the shape of a key (OP-1). Control and direction characters are escaped, so
 * that a message can neither begin a line of its own nor steer a terminal.
 */
export function toErrorLine(error: unknown, { during, keyId, requestId }: ErrorOrigin, at: Date): string {
  const entry = { time: at.toISOString(), level: 'error', during, keyId, requestId, ...describe(error) }
  return redactKeys(JSON.stringify(entry)).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, toEscape)
}

function describe(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const cause = error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : undefined
  return { name, code, message, cause, stack }
}

/** Characters beyond the first 65,536 are two units, and each has an escape. */
function toEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
