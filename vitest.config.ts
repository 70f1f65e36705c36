import { defineConfig } from 'vitest/config'
import { sourceEntries } from './source-entries.ts'

export default defineConfig({
  resolve: { alias: sourceEntries },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: [
            '{server-reference,mocks}/**/*.test.ts',
            'src/contract/**/*.test.ts',
            'src/client/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/.next/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['src/{hooks,parts,locales,styles}/**/*.test.{ts,tsx}', 'src/*.test.{ts,tsx}'],
          setupFiles: ['vitest.setup.ts'],
        },
      },
    ],
  },
})
