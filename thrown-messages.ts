import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
const sources = ['src/**/*.{ts,tsx}', 'server-reference/**/*.{ts,tsx}', 'mocks/**/*.ts', 'tailwind.config.ts']
const isOfTests = /node_modules|\.next|\.(test|conformance|bench|e2e|http)\.|\/(faults|testing|bench)\//

/** A message that begins with our name, whatever it is quoted with. */
const message = /(?<quote>['"`])Latchkey: (?<text>(?:(?!\k<quote>|\\).|\\.)*)\k<quote>/gs

/**
 * What a developer can be told by an error or a warning of ours: the first sentence of each, without our name, and with
 * `…` for what differs from case to case.
 */
export function thrownMessages(): ReadonlySet<string> {
  const files = globSync(sources, { cwd: root }).filter((file) => !isOfTests.test(file))
  const texts = files.flatMap((file) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(message)])
  return new Set(texts.map(({ groups }) => firstSentence(groups?.text ?? '')).filter((text) => text !== '…'))
}

function firstSentence(text: string): string {
  const [first = ''] = text.replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '…').split(/\.\s|\.$/)
  return first.replaceAll(/…+/g, '…')
}
