import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const standardUrl = 'postgres://postgres@127.0.0.1:5432/postgres'

/** Where `find-services.ts` notes which server it has started. */
const note = fileURLToPath(new URL('../../../.data/test-postgres.txt', import.meta.url))

/** Servers that tests may make their databases on, the first that answers. One that was named is the only one. */
export function testServers(): string[] {
  const named = process.env.LATCHKEY_TEST_POSTGRES
  return named ? [named] : [standardUrl, ...noted()]
}

/** @param url of a server that was started for the tests of this checkout */
export function noteTestServer(url: string): void {
  mkdirSync(dirname(note), { recursive: true, mode: 0o700 })
  writeFileSync(note, url)
}

function noted(): string[] {
  try {
    return [readFileSync(note, 'utf8')]
  } catch {
    return []
  }
}
