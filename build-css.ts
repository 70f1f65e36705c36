import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const layerOrder = '@layer theme,base,components,utilities;'
const ownLayer = '@layer components.lk{'

/** Compiles `src/styles/styles.css` with Tailwind's own command, minified. Returns nothing but the component's CSS. */
export function compileStyles(): string {
  const packageJson = fileURLToPath(import.meta.resolve('@tailwindcss/cli/package.json'))
  const cli = join(dirname(packageJson), 'dist/index.mjs')
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-css-'))
  try {
    const input = fileURLToPath(new URL('src/styles/styles.css', import.meta.url))
    const output = join(directory, 'styles.css')
    execFileSync(process.execPath, [cli, '-i', input, '-o', output, '--minify'], { stdio: 'pipe' })
    // The banner is Tailwind's, and nothing of Tailwind is in the file.
    return readFileSync(output, 'utf8').replace(/^\/\*!.*?\*\/\s*/s, '')
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** Elements with a class of ours. */
const classed = ':is([class^="lk-"],[class*=" lk-"])'

/** Where a host composes parts, there may be elements of its own between ours. */
const composed = ':is(.lk-root,.lk-header,.lk-headerText,.lk-toolbar,.lk-listFooter,.lk-emptyAction)'

/**
 * Against `* { … }` of a host, which no class can keep from elements without a rule for what it sets: they inherit
 * again, as far as they are ours. `:not(lk)` names every element and weighs as much as one, so that whatever has a
 * class still wins.
 */
const inheritAgain = `:where(.lk-root ${classed},.lk-root ${classed}:not(${composed}) :not([class])):not(lk){box-sizing:border-box;font:inherit;letter-spacing:inherit;text-align:inherit;text-transform:inherit}`

/**
 * The same styles for hosts whose own CSS is outside every layer, and would beat any layer: without a layer, and
 * with every class written twice, so that `button { … }` and `.content button { … }` of the host do not win.
 */
export function withoutLayers(css: string): string {
  if (!css.startsWith(layerOrder + ownLayer) || !css.endsWith('}')) {
    throw new Error(
      'The compiled styles are not the one layer that was expected. Look at src/styles/styles.css.',
    )
  }
  return (inheritAgain + css.slice((layerOrder + ownLayer).length, -1)).replace(/\.lk-[\w-]+/g, '$&$&')
}

if (import.meta.main) {
  const css = compileStyles()
  mkdirSync(new URL('dist', import.meta.url), { recursive: true })
  writeFileSync(new URL('dist/styles.css', import.meta.url), css)
  writeFileSync(new URL('dist/styles.unlayered.css', import.meta.url), withoutLayers(css))
  cpSync(new URL('src/styles/themes', import.meta.url), new URL('dist/themes', import.meta.url), {
    recursive: true,
  })
}
