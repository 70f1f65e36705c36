import { mockUrl } from 'latchkey/msw'
import type { StoryServer } from '../../.storybook/story-server.ts'

/** What a machine is answered that calls a protected route of the story’s server with this secret. */
export async function callRoute({ backendId }: StoryServer, secret: string | null, path = '/api/orders') {
  const response = await fetch(mockUrl(backendId, path), { headers: { Authorization: `Bearer ${secret}` } })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}
