import type { Preview } from '@storybook/react-vite'
import { QueryClientProvider } from '@tanstack/react-query'
import 'latchkey/styles.css'
import { configure } from 'storybook/test'
import { Canvas } from './canvas.tsx'
import { dense } from './dense.ts'
import './docs.css'
import { enhanceProps } from './enhance-props.ts'
import { directionOf, speaking } from './languages.ts'
import { expectAllAnswered, startMockWorker } from './mock-worker.ts'
import { closeStoryServer, openStoryServer, type StoryServer } from './story-server.ts'
import { globalTypes, initialGlobals } from './toolbars.ts'
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
          <Story
            args={{
              baseUrl,
              now,
              ...args,
              ...(args.strings ? {} : speaking(globals.language)),
              ...dense(globals.density, args),
            }}
          />
        </QueryClientProvider>
      )
    },
    (Story, { globals, viewMode }) => (
      <Canvas
        scheme={globals.scheme}
        direction={directionOf(globals.direction, globals.language)}
        theme={globals.theme}
        width={globals.width}
        network={globals.network}
        hostCss={globals.hostCss}
        surroundings={globals.surroundings}
        among={viewMode === 'docs'}
      >
        <Story />
      </Canvas>
    ),
  ],
  initialGlobals,
  globalTypes,
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
            'Keys in Clerk',
            'Keys in Better Auth',
            'The reference server',
            'The command line',
            'Hono and Express',
            'Sign-in',
            'Keys at Unkey',
            'Machine tokens',
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
            'Leaked keys',
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
