import { readGuides } from './guides.ts'

/** An app of somebody who follows the guide. */
export interface InstallApp {
  name: string
  /** What they have, or install beside the package. */
  dependencies: Readonly<Record<string, string>>
  files: Readonly<Record<string, string>>
  /** Run in the app's folder, one after the other. */
  prepare: readonly string[]
  /** Serves what was built. */
  serve: (port: number) => string
  kind: 'vite' | 'next'
}

const guide = 'stories/quick-start.mdx'

/** The guide's files, word for word. */
const written = readGuides().flatMap(({ guide: of, path, code }) =>
  of === guide && path ? [[path, code] as const] : [],
)
const filesIn = (...folders: readonly string[]) =>
  Object.fromEntries(written.filter(([path]) => folders.some((folder) => path.startsWith(folder))))

export const apps: readonly InstallApp[] = [
  viteApp('vite-react-19', { react: '^19.0.0', types: '^19.0.0' }),
  viteApp('vite-react-18', { react: '18.2.0', types: '^18.0.0' }),
  nextApp('next', {}),
  nextApp('next-tailwind', {
    dependencies: { tailwindcss: '^4.0.0', '@tailwindcss/postcss': '^4.0.0' },
    files: {
      'postcss.config.mjs': "export default { plugins: { '@tailwindcss/postcss': {} } }\n",
      'app/globals.css': "@import 'tailwindcss';\n",
    },
  }),
]

function viteApp(name: string, { react, types }: { react: string; types: string }): InstallApp {
  return {
    name,
    kind: 'vite',
    dependencies: {
      '@tanstack/react-query': '^5.0.0',
      '@types/react': types,
      '@types/react-dom': types,
      '@vitejs/plugin-react': '^6.0.0',
      msw: '^3.0.0',
      react,
      'react-dom': react,
      typescript: '^7.0.0',
      vite: '^8.0.0',
    },
    files: {
      'index.html':
        '<!doctype html><html lang="en"><div id="root"></div><script type="module" src="/src/main.tsx"></script></html>\n',
      'vite.config.ts': "import react from '@vitejs/plugin-react'\nexport default { plugins: [react()] }\n",
      'src/vite-env.d.ts': '/// <reference types="vite/client" />\n',
      'tsconfig.json': toTsconfig({ module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx' }),
      ...filesIn('src/'),
    },
    prepare: ['npx msw init public --save', 'npx tsc -p .', 'npx vite build'],
    serve: (port) => `npx vite preview --host 127.0.0.1 --strictPort --port ${port}`,
  }
}

function nextApp(name: string, more: Partial<Pick<InstallApp, 'dependencies' | 'files'>>): InstallApp {
  const styles = more.files ? "import './globals.css'\n" : ''
  return {
    name,
    kind: 'next',
    dependencies: {
      '@tanstack/react-query': '^5.0.0',
      '@types/node': '^24.0.0',
      '@types/react': '^19.0.0',
      kysely: '^0.28.0',
      next: '^16.3.3',
      react: '^19.0.0',
      'react-dom': '^19.0.0',
      // Next checks types with the compiler's API, which TypeScript 7 does not have.
      typescript: '^5.9.0',
      ...more.dependencies,
    },
    files: {
      'app/layout.tsx': `import type { ReactNode } from 'react'\n${styles}\nexport default function Layout({ children }: { children: ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n`,
      'app/page.tsx': 'export default function Home() {\n  return <p>Home</p>\n}\n',
      ...filesIn('lib/', 'proxy.ts', 'app/'),
      ...more.files,
    },
    prepare: ['npx next build'],
    serve: (port) => `npx next start --hostname 127.0.0.1 --port ${port}`,
  }
}

function toTsconfig(more: Readonly<Record<string, string>>): string {
  const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, target: 'es2022', ...more }
  return JSON.stringify({ compilerOptions, include: ['src'] })
}
