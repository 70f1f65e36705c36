import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { publicVariables } from './src/parts/public-variables.js'
import preset from './tailwind.config.ts'

describe('The Tailwind preset', () => {
  it('gives a host on Tailwind 4 utilities that show what the component shows', () => {
    const css = compile(
      'bg-lk-primary text-lk-primary-foreground rounded-lk h-lk-row border-lk-border z-lk-dialog',
    )
    expect(css).toContain('.bg-lk-primary')
    expect(css).toContain('background-color: var(--lk-color-primary, light-dark(')
    expect(css).toContain('border-radius: var(--lk-radius, .5rem)')
    expect(css).toContain('height: var(--lk-row-height, 3.25rem)')
    expect(css).toContain('z-index: var(--lk-z-dialog, 50)')
  })

  it('knows every public variable', () => {
    const text = JSON.stringify(preset)
    expect(publicVariables.filter((name) => !text.includes(`var(${name},`))).toEqual([])
  })
})

/** A host's sheet, by Tailwind's own command. */
function compile(classes: string): string {
  const cli = join(
    dirname(fileURLToPath(import.meta.resolve('@tailwindcss/cli/package.json'))),
    'dist/index.mjs',
  )
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-host-'))
  try {
    const theme = fileURLToPath(import.meta.resolve('tailwindcss/theme.css'))
    const utilities = fileURLToPath(import.meta.resolve('tailwindcss/utilities.css'))
    const config = fileURLToPath(new URL('tailwind.config.ts', import.meta.url))
    writeFileSync(
      join(folder, 'in.css'),
      `@import "${theme}" layer(theme);\n@import "${utilities}" layer(utilities) source(none);\n@config "${config}";\n@source inline("${classes}");`,
    )
    execFileSync(process.execPath, [cli, '-i', join(folder, 'in.css'), '-o', join(folder, 'out.css')], {
      stdio: 'pipe',
    })
    return readFileSync(join(folder, 'out.css'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
