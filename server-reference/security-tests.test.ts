import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Holds SECURITY-TESTS.md to what the tests say of themselves, so that it cannot rot. */
const root = join(import.meta.dirname, '..')
const page = readFileSync(join(import.meta.dirname, 'SECURITY-TESTS.md'), 'utf8')
const idPattern = /\b(?:(?:KF|ST|VF|HT|MW|MG|OP)-\d+|fault \d+)\b/g
const rows = Array.from(
  page.matchAll(/^\| ((?:KF|ST|VF|HT|MW|MG|OP)-\d+|fault \d+) \| [^|]+ \| ([^|]*) \|$/gm),
  (row) => ({
    id: row[1] ?? '',
    proofs: Array.from((row[2] ?? '').matchAll(/`([^`]+)`/g), (proof) => proof[1] ?? ''),
  }),
)

const tests = ['server-reference', 'src', 'mocks'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:test|conformance|e2e)\.tsx?$/.test(path) && !/node_modules|\.next/.test(path))
    .map((path) => `${folder}/${path}`)
    .filter((path) => path !== 'server-reference/security-tests.test.ts'),
)
const idsOf = new Map(tests.map((path) => [path, idsIn(readFileSync(join(root, path), 'utf8'))]))

describe('The page of security requirements', () => {
  it('lists each once', () => {
    expect(rows.length).toBeGreaterThan(120)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('names only tests that name the requirement', () => {
    const wrong = rows.flatMap(({ id, proofs }) =>
      proofs
        .filter((proof) => /\.tsx?$/.test(proof) && !proof.includes('/faults/'))
        .filter((proof) => !idsOf.get(proof)?.has(id))
        .map((proof) => `${id}: ${proof}`),
    )
    expect(wrong).toEqual([])
  })

  it('calls nothing open that a test names', () => {
    const missing = Array.from(idsOf, ([path, ids]) =>
      Array.from(ids)
        .filter((id) => !rows.some((row) => row.id === id && row.proofs.length > 0))
        .map((id) => `${id}: ${path}`),
    ).flat()
    expect(missing).toEqual([])
  })

  it('names files that are there', () => {
    for (const proof of rows.flatMap(({ proofs }) => proofs)) {
      expect(() => readFileSync(join(root, proof)), proof).not.toThrow()
    }
  })
})

function idsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(idPattern) ?? [])
}
