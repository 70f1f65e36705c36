import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextFiles } from './init/next-files.js'
import { runLatchkey } from './run-latchkey.conformance.js'

describe('latchkey init', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-init-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const init = () => runLatchkey(['init', '--folder', folder])
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  it.each(['', 'src/'])('writes the files of the quick start below "%s", where the app is', async (home) => {
    write(`${home}app/page.tsx`, '')
    expect(await init()).toMatchObject({ exitCode: 0 })
    for (const [path, code] of Object.entries(nextFiles)) expect(read(home + path)).toBe(code)
  })

  it('leaves alone what is there, in JavaScript too, and says so', async () => {
    write('app/settings/page.tsx', 'mine')
    write('proxy.js', 'mine')
    const { out } = await init()
    expect(out).toContain('Left as it is: app/settings/page.tsx')
    expect(out).toContain('Left as it is: proxy.ts')
    expect([read('app/settings/page.tsx'), read('proxy.js')]).toEqual(['mine', 'mine'])
    expect(() => read('proxy.ts')).toThrow()
    expect((await init()).out).not.toContain('Wrote')
  })

  it('keeps the database out of the repository, once', async () => {
    write('app/page.tsx', '')
    write('.gitignore', '/node_modules')
    await init()
    await init()
    expect(read('.gitignore')).toBe('/node_modules\n\n# keys, while developing\n.data/\n')
  })

  it('writes nothing where no app is', async () => {
    expect(await init()).toMatchObject({ exitCode: 4, out: '' })
    expect(() => read('proxy.ts')).toThrow()
  })
})
