import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
}

const root = join(import.meta.dirname, '..')
const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8'))
const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json')

/** Below it a proxy of Next can be passed by. */
const safeNext = [16, 3, 3]

describe('What the package depends on (OP-10)', () => {
  it('is no version of Next whose proxy can be passed by, here or in an app', () => {
    const { peerDependencies } = read<{ peerDependencies: Record<string, string> }>('package.json')
    expect(peerDependencies.next).toBe(`>=${safeNext.join('.')}`)
    const [major = 0, minor = 0, patch = 0] = (packages['node_modules/next']?.version ?? '')
      .split('.')
      .map(Number)
    const [, leastMinor = 0, leastPatch = 0] = safeNext
    expect(major).toBe(16)
    expect(minor * 1_000 + patch).toBeGreaterThanOrEqual(leastMinor * 1_000 + leastPatch)
  })

  it('is locked to what was looked at, package by package', () => {
    const foreign = Object.entries(packages).filter(
      ([path, { link }]) => path.startsWith('node_modules/') && !link,
    )
    expect(foreign.length).toBeGreaterThan(100)
    expect(
      foreign.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([])
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npm ci$/m)
  })

  it('is audited each time that the gate runs', () => {
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npm test$/m)
    const { scripts } = read<{ scripts: Record<string, string> }>('package.json')
    expect(scripts.test).toContain('npm run audit && ')
    expect(scripts.audit).toBe('node audit.ts')
  })
})
