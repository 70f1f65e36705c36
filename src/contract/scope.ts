import * as v from 'valibot'

/** One permission that a server can grant. */
export interface ScopeDefinition {
  /** e.g. `orders:read`. Compared exactly and case-sensitively. */
  name: string
  /** One sentence for the person who grants it. */
  description: string
  /** Heading under which pickers list it; without one, the part before the colon. */
  group?: string | undefined
}

/** A named choice of scopes, offered before the full picker. */
export interface ScopePreset {
  name: 'full' | 'read'
  scopes: string[]
}

/** RFC 6749 §3.3 `scope-token`, without spaces; `*` alone is not a scope. */
export const scopeNameSchema = v.pipe(
  v.string(),
  v.regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/, 'Use printable ASCII without spaces or quotes.'),
  v.check((name) => name !== '*', 'There is no wildcard scope. Name each scope.'),
)

export const scopeCatalogueSchema = v.object({
  scopes: v.array(v.object({ name: v.string(), description: v.string(), group: v.optional(v.string()) })),
  presets: v.array(v.object({ name: v.picklist(['full', 'read']), scopes: v.array(v.string()) })),
})

export type ScopeCatalogue = v.InferOutput<typeof scopeCatalogueSchema>
