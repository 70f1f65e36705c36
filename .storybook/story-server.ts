import { onlineManager, QueryClient } from '@tanstack/react-query'
import {
  createMockBackend,
  type MockBackend,
  type MockBackendOptions,
  mockNow,
  registerBackend,
  seeds,
  unregisterBackend,
} from 'latchkey/msw'
import { faultsOf } from './network.ts'

/** What a story says about its server, as `parameters.backend`: who and what is there, and what fails. */
export type StoryBackend = MockBackendOptions

/** A story that needs a server: one of its own, described by `parameters.backend`. */
export type WithBackend<Story> = Story & { parameters?: { backend?: StoryBackend } }

/** What a story with `parameters.backend` finds when it is drawn. */
export interface StoryServer {
  backend: MockBackend
  /** For `mockUrl`. */
  backendId: string
  baseUrl: string
  /** The host application's, as it would be: what is cached can be looked at. */
  queryClient: QueryClient
  /** The time of the server, in milliseconds since the epoch. */
  now(): number
}

interface StoryContext {
  id: string
  parameters: { backend?: StoryBackend | undefined }
  globals: { network?: unknown }
}

interface LoadedContext {
  loaded: { server?: StoryServer | undefined }
}

/** A Docs page can show one story twice. */
let count = 0

/**
 * A server of its own for every story, made anew each time one is shown, so that a Docs page with many stories
 * keeps them apart. Its clock stands still, so that every picture of a story is the same. Waiting between retries
 * is the one thing that is switched off.
 */
export async function openStoryServer(context: StoryContext): Promise<{ server?: StoryServer }> {
  const { id, parameters, globals } = context
  if (!parameters.backend) return {}
  // Before the first question is asked; the canvas takes it back.
  if (globals.network === 'offline') onlineManager.setOnline(false)
  count += 1
  const backendId = `${id}.${count}`
  const faults = faultsOf(globals.network) ?? parameters.backend.faults
  const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow, ...parameters.backend, faults })
  await backend.ready
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  const baseUrl = registerBackend(backendId, backend)
  return { server: { backend, backendId, baseUrl, queryClient, now: () => mockNow } }
}

export function closeStoryServer({ loaded }: LoadedContext): void {
  if (loaded.server) unregisterBackend(loaded.server.backendId)
}

/** A story's own server, for its render and play functions. */
export function serverOf({ loaded }: LoadedContext): StoryServer {
  if (loaded.server) return loaded.server
  throw new Error(
    'Latchkey: this story has no server, so nothing can answer it. Say in `parameters.backend` what is there; `{}` gives a key in every status.',
  )
}
