import { createMockBackend, type MockBackendOptions, mockNow, registerBackend, seeds } from 'latchkey/msw'

/** What a story says about its server, as `parameters.backend`: who and what is there, and what fails. */
export type StoryBackend = MockBackendOptions

interface StoryContext {
  id: string
  parameters: { backend?: StoryBackend | undefined }
}

/**
 * A server of its own for every story, made anew each time one is shown, so that a Docs page with many stories
 * keeps them apart. Its clock stands still, so that every picture of a story is the same.
 */
export async function storyBackend({ id, parameters }: StoryContext) {
  const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow, ...parameters.backend })
  await backend.ready
  return { backend, backendId: id, baseUrl: registerBackend(id, backend), now: () => mockNow }
}
