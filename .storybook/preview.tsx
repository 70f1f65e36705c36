import type { Preview } from '@storybook/react-vite'
import { QueryClientProvider } from '@tanstack/react-query'
import 'latchkey/styles.css'
import { configure } from 'storybook/test'
import { Canvas } from './canvas.tsx'
import { enhanceProps } from './enhance-props.ts'
import { languages, speaking } from './languages.ts'
import { expectAllAnswered, startMockWorker } from './mock-worker.ts'
import { closeStoryServer, openStoryServer, type StoryServer } from './story-server.ts'
import { untilStill } from './until-still.ts'

configure({
  // A busy machine takes its time; what never comes still fails.
  asyncUtilTimeout: 5_000,
  // What is only said aloud is not seen: whoever looks for it looks for its role.
  defaultIgnore: 'script, style, .lk-liveRegion *',
})

const preview: Preview = {
  tags: ['autodocs'],
  argTypesEnhancers: [enhanceProps],
  beforeAll: startMockWorker,
  loaders: [openStoryServer],
  beforeEach: (context) => () => closeStoryServer(context),
  async afterEach() {
    await untilStill()
    expectAllAnswered()
  },
  decorators: [
    (Story, { args, globals, loaded }) => {
      const server: StoryServer | undefined = loaded.server
      if (!server) return <Story />
      const { baseUrl, now, queryClient } = server
      return (
        <QueryClientProvider client={queryClient}>
          <Story args={{ baseUrl, now, ...args, ...(args.strings ? {} : speaking(globals.language)) }} />
        </QueryClientProvider>
      )
    },
    (Story, { globals, viewMode }) => (
      <Canvas
        scheme={globals.scheme}
        direction={globals.direction}
        theme={globals.theme}
        among={viewMode === 'docs'}
      >
        <Story />
      </Canvas>
    ),
  ],
  initialGlobals: { scheme: 'light', direction: 'ltr', theme: 'default', language: 'en' },
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
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'default', title: 'Default' },
          { value: 'shadcn', title: 'shadcn' },
          { value: 'radix', title: 'Radix' },
          { value: 'brandViolet', title: 'Brand violet' },
          { value: 'terminal', title: 'Terminal' },
          { value: 'highContrast', title: 'High contrast' },
        ],
      },
    },
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: languages.map(({ strings, title }) => ({ value: strings.locale, title })),
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
    viewport: { options: { narrow: { name: '320 pixels', styles: { width: '320px', height: '720px' } } } },
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Quick start',
          'Guides',
          [
            'Connect your backend',
            'The reference server',
            'Permissions and policy',
            'Events and step-up',
            'Recipes',
            'Theming with variables',
            'Class names and unstyled',
            'Presets, Tailwind and layers',
            'Localisation',
            'Content guide',
            'Headless',
            'SSR and prefetching',
            'Testing your integration',
            'Security model',
            'Performance',
            'Migration',
          ],
          'ApiKeyManager',
          'Try it',
          'States',
          'Flows',
          'Languages',
          'Headless',
          'Parts',
          '*',
          'Reference',
        ],
      },
    },
  },
}

export default preview
