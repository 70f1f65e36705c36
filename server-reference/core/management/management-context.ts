import type { ApiKeyStore, NewEvent } from '../api-key-store.js'
import type { Digester } from '../keys/create-digester.js'
import type { RandomSource } from '../keys/random-base62.js'
import type { Sha256 } from '../latchkey-options.js'
import type { Settings } from '../resolve-options.js'
import type { InFlight } from './create-in-flight.js'

/** What every operation works with. */
export interface ManagementContext extends SharedContext {
  settings: Settings
  digester: Digester
  random: RandomSource
  /** Tells the app's listener what was changed, once it is stored. */
  announceChange(event: NewEvent): void
}

/** What those rules work with that do not care who makes keys and keeps them. */
export interface SharedContext {
  settings: Pick<
    Settings,
    'authorize' | 'confirm' | 'defaultConsumerId' | 'environments' | 'now' | 'policy' | 'scopes'
  > & { limits: Pick<Settings['limits'], 'max'>; store: Pick<ApiKeyStore, 'list'> }
  sha256: Sha256
  /** Requests with an Idempotency-Key that are being answered right now. */
  inFlight: InFlight
  /** Asks a store or a rule of the app, with a deadline. Rejects with a `DependencyFailure`. */
  ask<T>(work: () => T | Promise<T>): Promise<T>
  /** The same for a change, which takes a store several steps. */
  change<T>(work: () => Promise<T>): Promise<T>
}
