import { readFileSync } from 'node:fs'
import { readGuides } from './guides.ts'

/** An app of somebody who follows the guide. */
export interface InstallApp {
  name: string
  /** What they have, or install beside the package. */
  dependencies: Readonly<Record<string, string>>
  files: Readonly<Record<string, string>>
  /** Run in the app's folder, one after the other. `{registry}` is where our shadcn registry is. */
  prepare: readonly string[]
  /** Serves what was built. */
  serve: (port: number) => string
  /** `mocks`: keys are on the page. `developer`, `sign-up`: the app is real, and that is who makes them. */
  people: 'mocks' | 'developer' | 'sign-up'
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
  shadcnApp(),
  nextApp('next-dev'),
  withSignIn(nextApp('next')),
  withSignIn(
    nextApp('next-tailwind', {
      dependencies: { tailwindcss: '^4.0.0', '@tailwindcss/postcss': '^4.0.0' },
      files: {
        'postcss.config.mjs': "export default { plugins: { '@tailwindcss/postcss': {} } }\n",
        'app/globals.css': "@import 'tailwindcss';\n",
      },
    }),
  ),
]

function viteApp(name: string, { react, types }: { react: string; types: string }): InstallApp {
  return {
    name,
    people: 'mocks',
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

/** Nothing of ours but what the shadcn command line brings: it is not among the dependencies. */
function shadcnApp(): InstallApp {
  const vite = viteApp('vite-shadcn', { react: '^19.0.0', types: '^19.0.0' })
  const from = (name: string) =>
    `env REGISTRY_URL={registry} npx shadcn add {registry}/${name}.json --yes --overwrite`
  return {
    ...vite,
    dependencies: {
      ...vite.dependencies,
      '@tailwindcss/vite': '^4.0.0',
      shadcn: '^4.0.0',
      tailwindcss: '^4.0.0',
    },
    files: {
      ...vite.files,
      'vite.config.ts':
        "import tailwindcss from '@tailwindcss/vite'\nimport react from '@vitejs/plugin-react'\nexport default { plugins: [react(), tailwindcss()], resolve: { alias: { '@': import.meta.dirname + '/src' } } }\n",
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          target: 'es2022',
          module: 'esnext',
          moduleResolution: 'bundler',
          jsx: 'react-jsx',
          paths: { '@/*': ['./src/*'] },
        },
        include: ['src'],
      }),
      'components.json': JSON.stringify({
        style: 'new-york',
        rsc: false,
        tsx: true,
        tailwind: { config: '', css: 'src/index.css', baseColor: 'zinc', cssVariables: true },
        aliases: {
          components: '@/components',
          ui: '@/components/ui',
          utils: '@/lib/utils',
          lib: '@/lib',
          hooks: '@/hooks',
        },
      }),
      'src/index.css': `@import 'tailwindcss';\n${readFileSync(new URL('.storybook/themes/shadcn-host.css', import.meta.url), 'utf8')}`,
      'src/main.tsx': `import { createRoot } from 'react-dom/client'
import { ApiKeysSettings } from '@/components/api-keys-settings'
import { PlainTable } from '@/components/plain-table'
import './index.css'
import { baseUrl, startMocks } from './mocks'

const Page = new URLSearchParams(location.search).has('plain') ? PlainTable : ApiKeysSettings
const root = document.getElementById('root')
if (!root) throw new Error('There is no root.')
startMocks().then(() => createRoot(root).render(<Page baseUrl={baseUrl} />))
`,
    },
    prepare: [from('api-keys-settings'), from('api-keys-plain-table'), ...vite.prepare],
  }
}

/** The guide as it stands, on a server for development. */
function nextApp(name: string, more: Partial<Pick<InstallApp, 'dependencies' | 'files'>> = {}): InstallApp {
  const styles = more.files ? "import './globals.css'\n" : ''
  return {
    name,
    people: 'developer',
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
      // As create-next-app has it: a page that reads a clock while it is prerendered does not build.
      'next.config.ts': 'export default { cacheComponents: true, partialPrefetching: true }\n',
      'app/layout.tsx': `import type { ReactNode } from 'react'\n${styles}\nexport default function Layout({ children }: { children: ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n`,
      'app/page.tsx': 'export default function Home() {\n  return <p>Home</p>\n}\n',
      ...filesIn('lib/', 'proxy.ts', 'app/'),
      ...more.files,
    },
    prepare: [],
    serve: (port) => `npx next dev --hostname 127.0.0.1 --port ${port}`,
  }
}

/** The same with Better Auth for its sign-in, as the guide says it, built for production. */
function withSignIn(app: InstallApp): InstallApp {
  return {
    ...app,
    people: 'sign-up',
    dependencies: { ...app.dependencies, 'better-auth': '^1.7.0' },
    files: {
      ...app.files,
      'lib/auth.ts': `import { betterAuth } from 'better-auth'
import { DatabaseSync } from 'node:sqlite'

export const auth = betterAuth({
  database: new DatabaseSync('people.db'),
  emailAndPassword: { enabled: true },
  secret: '${'installed-'.repeat(4)}',
  telemetry: { enabled: false },
})
`,
      'app/api/auth/[...all]/route.ts': `import { toNextJsHandler } from 'better-auth/next-js'
import { auth } from '../../../../lib/auth'

export const { GET, POST } = toNextJsHandler(auth)
`,
      'migrate.mjs': `import { getMigrations } from 'better-auth/db/migration'
import { auth } from './lib/auth.ts'

const { runMigrations } = await getMigrations(auth.options)
await runMigrations()
`,
      'lib/latchkey.ts': instead(app.files['lib/latchkey.ts'], [
        ['developmentSession }', 'betterAuthSession }'],
        ['developmentSession()', 'betterAuthSession(signIn)'],
        ['import { sqliteStore }', "import { auth as signIn } from './auth'\nimport { sqliteStore }"],
      ]),
      'proxy.ts': instead(app.files['proxy.ts'], [["['/']", "['/', '/sign-in(.*)', '/api/auth(.*)']"]]),
    },
    prepare: ['node migrate.mjs', 'npx next build'],
    serve: (port) =>
      `env BETTER_AUTH_URL=http://127.0.0.1:${port} npx next start --hostname 127.0.0.1 --port ${port}`,
  }
}

function instead(code = '', changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [old, mine]) => {
    if (!before.includes(old)) throw new Error(`The guide has no "${old}" any more.`)
    return before.replace(old, mine)
  }, code)
}

function toTsconfig(more: Readonly<Record<string, string>>): string {
  const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, target: 'es2022', ...more }
  return JSON.stringify({ compilerOptions, include: ['src'] })
}
