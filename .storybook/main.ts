import { fileURLToPath } from 'node:url'
import type { StorybookConfig } from '@storybook/react-vite'
import tailwindcss from '@tailwindcss/vite'
import { mergeConfig, type Plugin } from 'vite'
import { compileStyles, withoutLayers } from '../build-css.ts'
import { writeRegistry } from '../build-registry.ts'
import { sourceEntries } from '../source-entries.ts'
import { reference } from './reference-plugin.ts'

/** The entry's source: Tailwind compiles it on the way, so that stories need no build and show what is edited. */
const styles = {
  find: /^latchkey\/(styles\.css|themes\/[\w-]+\.css)/,
  replacement: `${fileURLToPath(new URL('../src/styles', import.meta.url))}/$1`,
}

/** The same without layers, which a build makes of the other. */
const unlayered: Plugin = {
  name: 'latchkey-unlayered',
  enforce: 'pre',
  resolveId: (source) =>
    source.startsWith(unlayeredName) ? `${root}${source.replace('latchkey/', '')}` : null,
  load: (id) => (id.startsWith(`${root}styles.unlayered.css`) ? withoutLayers(compileStyles()) : null),
}
const unlayeredName = 'latchkey/styles.unlayered.css'
const root = fileURLToPath(new URL('../', import.meta.url))

/** For the shadcn command line: `shadcn add <site>/r/api-keys.json`. */
const registry = `${root}node_modules/.cache/latchkey-registry`
writeRegistry(registry)

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/react-vite',
  staticDirs: ['./public', { from: registry, to: '/r' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The other engine needs the TypeScript compiler API, which TypeScript 7 does not have.
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [unlayered, reference(), tailwindcss()],
      resolve: { alias: [...sourceEntries, styles] },
      // For older browsers light-dark() would be rewritten to what only a color-scheme in the same file sets. Here
      // the toolbar sets it.
      build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
    }),
}

export default config
