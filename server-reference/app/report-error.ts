import { toLogLine } from './log-line.ts'

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

export function toErrorLine(error: unknown, { during, keyId, requestId }: ErrorOrigin, at: Date): string {
  return toLogLine('error', { during, keyId, requestId, ...describe(error) }, at)
}

function describe(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const cause = error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : undefined
  return { name, code, message, cause, stack }
}
