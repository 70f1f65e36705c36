import type { Preview } from '@storybook/react-vite'
import { setupWorker } from 'msw/browser'
import 'latchkey/styles.css'
import { createMockHandlers } from 'latchkey/msw'
import './canvas.css'
import { storyBackend } from './story-backend.ts'

const worker = setupWorker(...createMockHandlers())

const preview: Preview = {
  tags: ['autodocs'],
  async beforeAll() {
    await worker.start({ quiet: true, serviceWorker: { url: './mockServiceWorker.js' } })
  },
  loaders: [storyBackend],
  decorators: [
    (Story, { args, loaded }) => <Story args={{ baseUrl: loaded.baseUrl, now: loaded.now, ...args }} />,
    (Story, { globals }) => {
      document.documentElement.style.colorScheme = globals.scheme === 'system' ? 'light dark' : globals.scheme
      document.documentElement.dir = globals.direction
      return <Story />
    },
  ],
  initialGlobals: { scheme: 'light', direction: 'ltr' },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'system', title: 'System' },
        ],
      },
    },
    direction: {
      description: 'Reading direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: { order: ['Welcome', 'ApiKeyManager', 'States', 'Flows', 'Parts', 'Theming', '*'] },
    },
  },
}

export default preview
