import type { ApiKey } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'

export interface EnvFileFacts {
  key: Pick<ApiKey, 'name' | 'scopes' | 'expiresAt'>
  secret: string
  variable: string
  strings: LatchkeyStrings
  format: Formatters
}

/** A `.env` file that says what its key is for, ready to be appended to another. */
export function envFile({ key, secret, variable, strings, format }: EnvFileFacts): string {
  const words = strings.snippet.comment
  const comments = [
    words.name(key.name),
    ...(key.scopes.length === 0 ? [] : [strings.scopes.all(key.scopes.join(', '))]),
    words.expires(key.expiresAt === null ? strings.expires.never : format.date(key.expiresAt)),
  ]
  return `${comments.map((line) => `# ${line.replace(/\s+/g, ' ')}`).join('\n')}\n${variable}=${secret}\n`
}

/** A file name that every system takes. */
export function envFileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${plain || 'api-key'}.env`
}
