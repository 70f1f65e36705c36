import { mkdirSync, mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEnvironment } from '../app/parse-environment.ts'
import { developmentSecrets } from './development-secrets.ts'
import { findStale } from './find-stale.ts'
import { newestChange } from './newest-change.ts'
import { requireFreePort } from './require-free-port.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'latchkey-serve-'))

describe('Secrets for development', () => {
  test('They are made once, good enough to start with, and readable by their owner alone', () => {
    const folder = join(newFolder(), '.data')
    const secrets = developmentSecrets(folder)
    expect(() => parseEnvironment(secrets)).not.toThrow()
    expect(developmentSecrets(folder)).toEqual(secrets)
    const file = join(folder, 'development-secrets.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(secrets)
  })

  test('A file that is not what was written is an error, never replaced in silence', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'development-secrets.json'), '{}')
    expect(() => developmentSecrets(folder)).toThrow(/cannot be read/)
  })
})

describe('Where it is to listen', () => {
  test.each([
    ['abc', '127.0.0.1', /^PORT must be a number from 1 to 65535/],
    ['70000', '127.0.0.1', /^PORT must be a number from 1 to 65535/],
    ['3100', 'no such host', /^HOST, no such host, is no address of this machine/],
    ['3100', '192.0.2.1', /^HOST, 192\.0\.2\.1, is no address of this machine/],
  ])('PORT=%s HOST=%s is refused with what to write', async (port, host, message) => {
    await expect(requireFreePort(Number(port), host, 'or not.')).rejects.toThrow(message)
  })
})

describe('What a build is older than', () => {
  test('The newest file below counts, tests do not, and nothing is null', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'a'))
    const write = (name: string, second: number) => {
      const path = join(folder, 'a', name)
      writeFileSync(path, '')
      utimesSync(path, second, second)
      return path
    }
    write('old.ts', 1000)
    write('new.ts', 2000)
    write('new.test.ts', 3000)
    utimesSync(join(folder, 'a'), 500, 500)
    expect(newestChange([join(folder, 'a')])).toBe(2_000_000)
    expect(newestChange([join(folder, 'none')])).toBeNull()
  })

  test('Nothing is built, then the library is newer than the app, then all is as new as its sources', () => {
    const root = newFolder()
    const app = join(root, 'server-reference')
    const write = (path: string, second: number) => {
      const file = join(root, path)
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, '')
      utimesSync(file, second, second)
      utimesSync(join(file, '..'), second, second)
    }
    write('src/index.ts', 1000)
    write('server-reference/app/page.tsx', 1000)
    expect(findStale(root, app)).toEqual({ library: true, pages: true })
    write('dist/styles.unlayered.css', 2000)
    write('server-reference/.next/BUILD_ID', 1500)
    expect(findStale(root, app)).toEqual({ library: false, pages: true })
    write('server-reference/.next/BUILD_ID', 2500)
    expect(findStale(root, app)).toEqual({ library: false, pages: false })
    write('src/index.ts', 3000)
    expect(findStale(root, app)).toEqual({ library: true, pages: true })
    for (const [index, folder] of ['variables', 'cli'].entries()) {
      const second = 4000 + index * 1000
      write('dist/styles.unlayered.css', second)
      write('server-reference/.next/BUILD_ID', second + 100)
      expect(findStale(root, app)).toEqual({ library: false, pages: false })
      write(`server-reference/${folder}/file.ts`, second + 500)
      expect(findStale(root, app)).toEqual({ library: true, pages: true })
    }
  })
})
