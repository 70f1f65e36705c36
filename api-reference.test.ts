import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReference } from './api-reference.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-reference-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('A name comes with its docstring, its declaration, and what that needs and nobody can import', () => {
  write('open.d.ts', [
    '/** Opens it. */',
    'export declare function open(options: Options): void;',
    'interface Options {',
    '    /** How wide; { and ( in words do no harm. */',
    '    wide: boolean;',
    '}',
    'interface Unneeded {',
    '}',
  ])
  const [item] = readReference(join(folder, 'open.d.ts'))
  expect(item).toMatchObject({ name: 'open', kind: 'function', doc: 'Opens it.' })
  expect(item?.code).toContain('wide: boolean')
  expect(item?.code).not.toContain('Unneeded')
})

test('Names are followed to where they are declared, under the names that they get', () => {
  write('a.d.ts', [
    'export type A = ',
    '/** one */',
    '{ a: 1; } | {',
    '    a: 2;',
    '};',
    'export type B = 1;',
  ])
  write('parts.d.ts', ["export { A as Part } from './a.js';"])
  write('index.d.ts', [
    "import * as Parts from './parts.js';",
    "import type { A as D } from './a.js';",
    'export type { D };',
    "export { type A, B as C } from './a.js';",
    '/** In any order. */',
    'export { Parts };',
  ])
  expect(readReference(join(folder, 'index.d.ts'))).toMatchObject([
    { name: 'A', kind: 'type' },
    { name: 'C', code: 'type B = 1;' },
    { name: 'D', kind: 'type' },
    { name: 'Parts', doc: 'In any order.', code: 'Parts.Part' },
  ])
})

test('A name is about what the folder of its declaration is about', () => {
  mkdirSync(join(folder, 'parts'))
  write('parts/button.d.ts', ['export type Button = 1;'])
  write('component.d.ts', ['export type Component = 1;'])
  write('index.d.ts', ["export * from './parts/button.js';", "export { Component } from './component.js';"])
  expect(readReference(join(folder, 'index.d.ts'))).toMatchObject([
    { name: 'Button', topic: 'parts' },
    { name: 'Component', topic: 'component' },
  ])
})

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
}
