import * as v from 'valibot'
import {
  type Environment,
  environments as knownEnvironments,
  type ScopeDefinition,
  scopeNameSchema,
} from '../../src/contract/index.js'
import { createReporter } from './create-reporter.js'
import type { Authorize } from './latchkey.js'
import type { ErrorListener, LatchkeyOptions } from './latchkey-options.js'
import { type KeyPolicy, resolvePolicy } from './resolve-policy.js'
import type { SessionUser } from './session-provider.js'

/** What a server author decides about people, scopes and policy, wherever keys are kept. */
export type RuleOptions = Pick<
  LatchkeyOptions,
  | 'session'
  | 'authorize'
  | 'confirm'
  | 'defaultConsumerId'
  | 'environments'
  | 'scopes'
  | 'realm'
  | 'acceptApiKeyHeader'
  | 'policy'
  | 'now'
  | 'onError'
>

/** The same with every default filled in and every rule checked. */
export interface Rules extends Pick<LatchkeyOptions, 'session' | 'confirm'> {
  authorize: Authorize
  defaultConsumerId: (user: SessionUser) => string | Promise<string>
  /** The first is what a key gets when nobody chose. */
  environments: readonly [Environment, ...Environment[]]
  scopes: readonly ScopeDefinition[]
  realm: string
  acceptApiKeyHeader: boolean
  policy: KeyPolicy
  now: () => number
  /** `onError`, made safe to call. */
  report: ErrorListener
}

/** Throws where a rule would make keys unsafe or unusable. @param countError told of each failure that is reported */
export function resolveRules(options: RuleOptions, countError: () => void = () => {}): Rules {
  const { defaultConsumerId = (user) => user.id } = options
  return {
    session: options.session,
    confirm: options.confirm,
    authorize:
      options.authorize ?? (async ({ user, consumerId }) => consumerId === (await defaultConsumerId(user))),
    defaultConsumerId,
    environments: checkEnvironments(options.environments ?? ['live']),
    scopes: checkScopes(options.scopes ?? []),
    realm: checkRealm(options.realm ?? 'api'),
    acceptApiKeyHeader: options.acceptApiKeyHeader ?? false,
    policy: resolvePolicy(options.policy ?? {}),
    now: options.now ?? Date.now,
    report: createReporter(options.onError, countError),
  }
}

function checkEnvironments(environments: readonly Environment[]): [Environment, ...Environment[]] {
  const [first, ...rest] = new Set(environments)
  const known = environments.every((environment) => knownEnvironments.includes(environment))
  if (first !== undefined && known) return [first, ...rest]
  throw new Error(
    `Latchkey: environments must name at least one of ${knownEnvironments.join(', ')}. A server without one could neither issue nor accept a key. Leave the option out for live keys.`,
  )
}

function checkScopes(scopes: readonly ScopeDefinition[]): readonly ScopeDefinition[] {
  const names = new Set<string>()
  for (const { name } of scopes) {
    if (!v.is(scopeNameSchema, name) || names.has(name)) {
      throw new Error(
        `Latchkey: the scope "${name}" is no scope name or is listed twice. Scopes are compared exactly, and there is no wildcard. Give each scope one printable ASCII name.`,
      )
    }
    names.add(name)
  }
  return scopes
}

function checkRealm(realm: string): string {
  if (/^[\x20\x21\x23-\x5b\x5d-\x7e]{1,64}$/.test(realm)) return realm
  throw new Error(
    'Latchkey: the realm holds characters that a header cannot carry. It is sent in every WWW-Authenticate. Use at most 64 printable ASCII characters without quotes or backslashes.',
  )
}
