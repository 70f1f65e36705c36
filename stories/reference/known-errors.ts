import { clientErrors } from './errors/client-errors.ts'
import { pageErrors } from './errors/page-errors.ts'
import { redisErrors } from './errors/redis-errors.ts'
import { routeErrors } from './errors/route-errors.ts'
import { serverErrors } from './errors/server-errors.ts'
import { storeErrors } from './errors/store-errors.ts'
import { tokenErrors } from './errors/token-errors.ts'
import { unkeyErrors } from './errors/unkey-errors.ts'

/** One message of ours, as somebody looks it up. */
export interface KnownError {
  /** Its first sentence, without our name; `…` for what differs. */
  says: string
  why: string
  /** What to do. */
  mend: string
}

export const knownErrors = [
  { title: 'On the page', errors: pageErrors },
  { title: 'Other backends behind the page', errors: clientErrors },
  { title: 'When a server is set up', errors: serverErrors },
  { title: 'Routes, proxy and handlers', errors: routeErrors },
  { title: 'Machine tokens', errors: tokenErrors },
  { title: 'SQLite, PostgreSQL and memory', errors: storeErrors },
  { title: 'Redis', errors: redisErrors },
  { title: 'Unkey', errors: unkeyErrors },
] as const satisfies readonly { title: string; errors: readonly KnownError[] }[]

/** For an address: `the-scope-is-no-scope-name`. */
export function anchorOf(says: string): string {
  return says
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}
