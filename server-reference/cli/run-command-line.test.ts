import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { runLatchkey } from './run-latchkey.conformance.js'
import type { Terminal } from './terminal.js'

const run = (line: string, terminal: Partial<Terminal> = {}) =>
  runLatchkey(line.split(' ').filter(Boolean), terminal)

describe('The program', () => {
  it('says which version it is', async () => {
    expect(await run('--version')).toEqual({ exitCode: 0, out: `${manifest.version}\n`, said: '' })
  })

  it('says what there is, also to whoever says nothing', async () => {
    const { out } = await run('--help')
    const names = ['create', 'list', 'inspect', 'rotate', 'revoke', 'import', 'migrate', 'doctor']
    for (const name of names) {
      expect(out).toContain(`  ${name}`)
      for (const line of [`${name} --help`, `help ${name}`]) {
        const help = await run(line)
        expect(help.exitCode).toBe(0)
        expect(help.out).toContain(`latchkey ${name}`)
        expect(help.out).toContain('--database')
      }
    }
    expect(await run('')).toEqual({ exitCode: 2, out: '', said: out })
  })

  it.each([
    ['revoek', 'latchkey revoke'],
    ['ls', 'There are init, create'],
    ['inspct', 'latchkey inspect'],
    ['list --staus revoked', '--status'],
    ['doctor --jsn', '--json'],
    ['list everything', 'one word too many'],
    ['list --limit 1 --limit 2', 'given twice'],
    ['list --limit', '--limit needs a value. '],
    ['list --limit --json', '--limit needs a value. '],
    ['list --json=yes', '--json takes no value. '],
    ['list --status foo', 'active, expiring'],
    ['list --sort foo', 'lastUsedAt or expiresAt'],
    ['create --consumer a --name b --expires tomorrow', '90d'],
    ['create --consumer a --name b --environment prod', 'live or test'],
    ['create --consumer a/b --name b', 'letters, digits'],
    ['list --env-file .env', 'Did you mean --env?'],
    ['create --consumer a --name b --brand X', '--brand must be 2 to 16 lower-case letters'],
    ['list --env no-such-file.env', 'no-such-file.env, cannot be read'],
    ['import unkey --file no-such-file.jsonl', 'no-such-file.jsonl, cannot be read'],
  ])('to "%s" says "%s", and does nothing', async (line, words) => {
    const { exitCode, out, said } = await run(line)
    expect([exitCode, out]).toEqual([2, ''])
    expect(said).toContain(words)
  })

  it.each(['list', 'migrate'])('names a file that is no database, and says what to do: %s', async (name) => {
    const { exitCode, out, said } = await run(`${name} --database file:package.json`)
    expect([exitCode, out]).toEqual([1, ''])
    expect(said).toMatch(/^package\.json cannot be read: .*--database or DATABASE_URL/)
  })

  it('blames the variable where it was that', async () => {
    const { exitCode, said } = await run('create --consumer a --name b', { env: { LATCHKEY_BRAND: 'NO' } })
    expect(exitCode).toBe(2)
    expect(said).toContain('LATCHKEY_BRAND must be')
  })

  it('says which table of which database it looked for', async () => {
    const { exitCode, said } = await run('import better-auth --from file:package.json')
    expect(exitCode).toBe(1)
    expect(said).toContain('Name its database with --from, and the table with --table.')
  })

  it('names a variable that is no address, instead of what came of it', async () => {
    const { exitCode, out } = await run('doctor', { env: { REDIS_URL: 'banana' } })
    expect(exitCode).toBe(1)
    expect(out).toContain('REDIS_URL is no address of a Redis')
  })

  it('has colours only where they are wanted', async () => {
    const colour = '\u001b['
    expect((await run('--help')).out).not.toContain(colour)
    expect((await run('--help', { hasColours: { print: true, say: true } })).out).toContain(colour)
  })
})
