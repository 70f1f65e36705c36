import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import manifest from './package.json' with { type: 'json' }
import { publicNames } from './public-names.ts'
import released from './released-names.json' with { type: 'json' }

/*
 * What leaves the house: `npm run package`, after a build. `node check-package.ts --release` keeps the names of the
 * version that is about to be published, against which the next one is compared.
 */

const root = fileURLToPath(new URL('.', import.meta.url))

if (process.argv.includes('--release')) {
  const names = { version: manifest.version, names: publicNames() }
  const file = `${root}released-names.json`
  writeFileSync(file, JSON.stringify(names))
  // As the linter wants it, or whoever follows CONTRIBUTING.md finds `npm test` red.
  execFileSync(`${root}node_modules/.bin/biome`, ['format', '--write', file], { cwd: root, stdio: 'inherit' })
} else {
  const problems = [...checkFiles(), ...checkPrograms(), ...checkChangelog()]
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length ? 1 : 0
}

/** Nothing of ours but the build, and what npm adds by itself. */
function checkFiles(): string[] {
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const paths = [...printed.matchAll(/"path": "(?<path>[^"]+)"/g)].map(({ groups }) => groups?.path ?? '')
  const beside = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']
  const stray = paths.filter(
    (path) =>
      !(beside.includes(path) || /^dist\/.*(?:\.js|\.d\.ts|\.css)$/.test(path)) ||
      /\.(?:test|conformance|bench|stories|e2e)\./.test(path),
  )
  return [
    ...stray.map((path) => `${path} must not be in the package.`),
    ...beside.filter((path) => !paths.includes(path)).map((path) => `${path} is missing in the package.`),
  ]
}

/** Each program starts, from what was built alone. */
function checkPrograms(): string[] {
  return Object.entries(manifest.bin).flatMap(([name, path]) => {
    const file = `${root}${path}`
    if (!readFileSync(file, 'utf8').startsWith('#!/usr/bin/env node\n')) {
      return [`${path} must begin with the line that names node.`]
    }
    const version = execFileSync(process.execPath, [file, '--version'], { encoding: 'utf8' }).trim()
    return version === manifest.version ? [] : [`${name} --version says ${version}.`]
  })
}

/** Who upgrades reads the changelog: each name that came or went since the last version is in its first section. */
function checkChangelog(): string[] {
  const changelog = readFileSync(`${root}CHANGELOG.md`, 'utf8')
  const [, latest = ''] = changelog.split(/^## /m)
  const before: Record<string, string[]> = released.names
  const now = publicNames()
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((entry) => {
    const [was = [], is = []] = [before[entry], now[entry]]
    const came = is.filter((name) => !was.includes(name))
    const went = was.filter((name) => !is.includes(name))
    return [
      ...came.map((name) => [name, 'is new'] as const),
      ...went.map((name) => [name, 'is gone'] as const),
      ...(entry in before === entry in now
        ? []
        : [[entry.replace('.', 'latchkey'), 'came or went'] as const]),
    ].flatMap(([name, what]) =>
      latest.includes(`\`${name}\``)
        ? []
        : [`${entry}: \`${name}\` ${what}, and the first section of CHANGELOG.md does not say so.`],
    )
  })
}
