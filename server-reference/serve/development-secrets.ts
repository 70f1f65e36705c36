import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Secrets for a machine on which somebody tries things out. Made once and kept, so that keys and sessions of
 * yesterday work today.
 */
export function developmentSecrets(folder: string): Record<string, string> {
  const file = join(folder, 'development-secrets.json')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    // `wx`: of two that start at once, one writes and both read the same.
    writeFileSync(file, JSON.stringify(generate(), null, 2), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return parse(readFileSync(file, 'utf8'), file)
}

function generate(): Record<string, string> {
  return {
    LATCHKEY_PEPPER: randomBytes(32).toString('hex'),
    BETTER_AUTH_SECRET: randomBytes(32).toString('hex'),
  }
}

function parse(text: string, file: string): Record<string, string> {
  const secrets: unknown = JSON.parse(text)
  const isRecord = typeof secrets === 'object' && secrets !== null
  const entries = isRecord ? Object.entries(secrets) : []
  if (
    entries.length > 0 &&
    entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
  ) {
    return Object.fromEntries(entries)
  }
  throw new Error(
    `${file} cannot be read. Delete it to have new secrets; keys made with the old ones stop working.`,
  )
}
