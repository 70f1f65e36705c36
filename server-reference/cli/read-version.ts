import { existsSync, readFileSync } from 'node:fs'

/** The package's version. Its manifest lies above this file, as it was built and as it was written. */
export function readVersion(): string {
  for (const path of ['../../../package.json', '../../package.json']) {
    const file = new URL(path, import.meta.url)
    const manifest: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
    if (typeof manifest !== 'object' || manifest === null) continue
    if (!('name' in manifest && manifest.name === 'latchkey' && 'version' in manifest)) continue
    if (typeof manifest.version === 'string') return manifest.version
  }
  return 'unknown'
}
