import type { SessionUser } from '../server-reference/core/session-provider.js'

/** Somebody who can be signed in to a mock backend. */
export interface MockPerson extends SessionUser {
  /** Whose keys this person manages; the first where a request names none. */
  consumerIds: readonly [string, ...string[]]
}

/** Two colleagues, and somebody of another company who must see nothing of theirs. */
export const mockPeople = {
  ada: { id: 'user_ada', name: 'Ada Lovelace', sessionId: 'session_ada', consumerIds: ['acme'] },
  grace: { id: 'user_grace', name: 'Grace Hopper', sessionId: 'session_grace', consumerIds: ['acme'] },
  stranger: {
    id: 'user_stranger',
    name: 'Radia Perlman',
    sessionId: 'session_stranger',
    consumerIds: ['globex'],
  },
} as const satisfies Record<string, MockPerson>
