import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { insertAll, listOrThrow, queryFor, sampleKey } from '../conformance/sample.conformance.js'
import { newDatabasePaths } from '../sqlite/database-folder.conformance.js'
import { sqliteStore } from '../sqlite/index.js'

const newPath = newDatabasePaths()
const stores = join(import.meta.dirname, '..')
const sources = ['sql', 'sqlite', 'postgres'].flatMap((folder) =>
  readdirSync(join(stores, folder))
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|conformance)\.ts$/.test(file))
    .map((file) => readFileSync(join(stores, folder, file), 'utf8')),
)

const hostile = ["'", '"', "' OR 1=1 --", "x'; DROP TABLE latchkey_keys; --", '%', '_', '\\', ') OR (1=1']

describe('What a caller sends never becomes SQL (ST-6)', () => {
  it('because text that is put into a statement as it is comes from a list of the code’s own', () => {
    const raw = sources.flatMap((source) => source.match(/sql\.(?:raw|ref|table|id|join)\([^\n]*/g) ?? [])
    const own = [
      /^sql\.raw\(`\$\{(?:ascending|goesBack\(cursor\)) \? '>' : '<'\}\$\{keepsItem\(cursor\) \? '=' : ''\}`\)$/,
      /^sql\.id\(`write_\$\{index\}`\)/,
      /^sql\.join\(parts\)/,
      /^sql\.join\(conditions, sql` (?:and|or) `\)/,
      /^sql\.ref\((?:window\.)?order\)/,
    ]
    expect(raw.length).toBeGreaterThan(3)
    expect(raw.filter((text) => !own.some((shape) => shape.test(text)))).toEqual([])
  })

  it('in a search, a consumer, an id or a cursor', async () => {
    const store = sqliteStore({ path: newPath() })
    const key = sampleKey()
    await insertAll(store, key)
    for (const text of hostile) {
      expect((await listOrThrow(store, { search: text })).keys).toEqual([])
      expect((await listOrThrow(store, { consumerId: text })).keys).toEqual([])
      expect(await store.get({ id: text, consumerId: key.consumerId })).toBeNull()
      expect(await store.get({ id: key.id, consumerId: text })).toBeNull()
      expect(await store.findForVerification(text)).toBeNull()
      expect(await store.list(queryFor({ cursor: text }))).toEqual({ ok: false, code: 'cursor_invalid' })
    }
    expect((await listOrThrow(store)).keys).toHaveLength(1)
    await store.close()
  })
})
