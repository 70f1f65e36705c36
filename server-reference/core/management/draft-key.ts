import type { CreateInput } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import { findTooFast } from './find-too-fast.js'
import { findUngrantable } from './find-ungrantable.js'
import type { SharedContext } from './management-context.js'
import type { KeyDraft } from './prepare-key.js'
import { resolveExpiry } from './resolve-end.js'
import { toActor } from './to-actor.js'

/** What a person asked for, held against the server's policy and against what they may grant. */
export function draftKey(
  { settings }: SharedContext,
  caller: Caller,
  input: CreateInput,
  chosen: { consumerId: string; grantable: ReadonlySet<string>; now: number },
): Outcome<KeyDraft> {
  const environment = input.environment ?? settings.environments[0]
  const scopes = input.scopes ?? []
  const expiry = resolveExpiry(input.expiresAt, chosen.now, settings.policy.expiry)
  const ungrantable = findUngrantable(scopes, chosen.grantable)

  const tooFast = findTooFast(input.rateLimit ?? null, settings.limits.max)

  const fields: Record<string, string> = {}
  if (!settings.environments.includes(environment)) {
    fields.environment = `This server issues keys for ${settings.environments.join(' and ')}.`
  }
  if (ungrantable !== null) fields.scopes = ungrantable
  if (tooFast !== null) fields.rateLimit = tooFast
  if (!expiry.ok) fields.expiresAt = expiry.message
  if (!expiry.ok || Object.keys(fields).length > 0) return { ok: false, code: 'validation_failed', fields }

  return {
    ok: true,
    value: {
      consumerId: chosen.consumerId,
      name: input.name,
      // An empty text says no more than none.
      description: input.description || null,
      environment,
      scopes,
      ipAllowlist: input.ipAllowlist ?? [],
      rateLimit: input.rateLimit ?? null,
      expiresAt: expiry.at,
      createdBy: toActor(caller.user),
      rotation: null,
      managedBy: null,
    },
  }
}
