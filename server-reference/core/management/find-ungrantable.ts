/** What to say about scopes that a person may not grant (MG-5). null: they may grant all of them. */
export function findUngrantable(scopes: readonly string[], grantable: ReadonlySet<string>): string | null {
  const refused = scopes.filter((scope) => !grantable.has(scope))
  return refused.length === 0 ? null : `You cannot grant ${refused.join(', ')}.`
}
