import { fileURLToPath } from 'node:url'
import type { InputOptions, Plugin } from 'rolldown'

/** How a host's bundler reads our sources for production. */
export const browserBundle = {
  cwd: fileURLToPath(new URL('.', import.meta.url)),
  platform: 'browser',
  resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
  // Directives such as "use client" mean nothing in a bundle, and each would be warned about.
  onLog: () => undefined,
} satisfies InputOptions

/** An entry that is no file: `code`, as if it stood at `id`. */
export function entryOf(id: string, code: string): Plugin {
  return {
    name: 'entry',
    resolveId: (source) => (source === id ? id : null),
    load: (source) => (source === id ? code : null),
  }
}
