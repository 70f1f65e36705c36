import * as v from 'valibot'
import type { SessionUser } from '../../core/session-provider.js'

/** What is needed of a verified session token. */
export interface ClerkClaims {
  user: SessionUser & { sessionId: string }
  /** Seconds since the epoch. */
  issuedAt: number
}

const text = v.pipe(v.string(), v.nonEmpty())

/**
 * `sid` tells a session from the tokens that Clerk mints of templates, for other people's services; `sts` is `pending`
 * while a sign-in lacks a step, such as choosing an organisation.
 */
const claimsSchema = v.object({
  sub: text,
  sid: text,
  iat: v.number(),
  sts: v.optional(v.literal('active')),
  // Not there by default: a session token can be given it in Clerk's dashboard.
  name: v.optional(v.string()),
  v: v.optional(v.number()),
  o: v.optional(v.object({ id: text, rol: v.optional(v.string()) })),
  org_id: v.optional(text),
  org_role: v.optional(v.string()),
})

type Claims = v.InferOutput<typeof claimsSchema>

/** null: no session of somebody who is wholly signed in. @param payload of a token whose signature holds */
export function parseClerkClaims(payload: unknown): ClerkClaims | null {
  const parsed = v.safeParse(claimsSchema, payload)
  if (!parsed.success) return null
  const claims = parsed.output
  const name = claims.name ? { name: claims.name } : {}
  return {
    user: { id: claims.sub, sessionId: claims.sid, ...name, organization: toOrganization(claims) },
    issuedAt: claims.iat,
  }
}

/** Version 2 of the claims writes `o`, and roles without their `org:`, which Clerk's own functions put back. */
function toOrganization({ v: version, o, org_id, org_role }: Claims): SessionUser['organization'] {
  if (version === 2) return o ? { id: o.id, role: o.rol ? `org:${o.rol}` : null } : null
  return org_id === undefined ? null : { id: org_id, role: org_role ?? null }
}
