import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { DatabaseLost, WatchedDatabase } from './watched-database.ts'

const opened: WatchedDatabase[] = []

function open() {
  const path = join(mkdtempSync(join(tmpdir(), 'latchkey-watched-')), 'app.db')
  const connection = new WatchedDatabase(path, {})
  opened.push(connection)
  connection.exec('CREATE TABLE t (a TEXT)')
  return { path, connection }
}

afterEach(() => {
  for (const connection of opened.splice(0)) connection.close()
})

describe('A database file that goes away while it is open', () => {
  test('is used for as long as it is there', () => {
    const { connection } = open()
    connection.prepare('INSERT INTO t VALUES (?)').run('x')
    expect(connection.prepare('SELECT a FROM t').get()).toEqual({ a: 'x' })
  })

  test('is neither read nor written once it was deleted', () => {
    const { path, connection } = open()
    rmSync(path)
    expect(() => connection.prepare('INSERT INTO t VALUES (1)')).toThrow(DatabaseLost)
    expect(() => connection.exec('BEGIN')).toThrow(/deleted or replaced/)
  })

  test('is not taken for another one in its place', () => {
    const { path, connection } = open()
    renameSync(open().path, path)
    expect(() => connection.prepare('SELECT a FROM t')).toThrow(DatabaseLost)
  })

  test('is none where the database is in memory', () => {
    const connection = new WatchedDatabase(':memory:', {})
    opened.push(connection)
    expect(connection.prepare('SELECT 1 AS one').get()).toEqual({ one: 1 })
  })
})
