import { describe, expect, it } from 'vitest'
import { parseDatabaseUrl } from './parse-database-url.js'

describe('DATABASE_URL', () => {
  it.each([
    [undefined, '.data/latchkey.db'],
    ['file:.data/latchkey.db', '.data/latchkey.db'],
    ['file:/var/lib/latchkey.db', '/var/lib/latchkey.db'],
    ['file:///var/lib/latchkey.db', '/var/lib/latchkey.db'],
    ['file:C:\\data\\latchkey.db', 'C:\\data\\latchkey.db'],
    ['file:C:/data/latchkey.db', 'C:/data/latchkey.db'],
    ['file:///C:/data/latchkey.db', 'C:/data/latchkey.db'],
    ['file:///c:\\data\\latchkey.db', 'c:\\data\\latchkey.db'],
  ])('%s is the file %s', (text, path) => {
    expect(parseDatabaseUrl(text)).toEqual({ type: 'sqlite', path })
  })

  it.each(['postgres://ada@db/keys', 'postgresql://ada@db/keys'])('%s is a PostgreSQL', (url) => {
    expect(parseDatabaseUrl(url)).toEqual({ type: 'postgres', url })
  })

  it.each([
    '',
    'latchkey.db',
    'C:\\data\\latchkey.db',
    'file:',
    'file://host/latchkey.db',
    'mysql://db/keys',
  ])('%j says what it must be', (text) => {
    expect(() => parseDatabaseUrl(text)).toThrow(
      'must be a file, such as file:.data/latchkey.db, or a PostgreSQL',
    )
  })
})
