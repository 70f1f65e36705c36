/** What a table of keys can show, from its start to its end. */
export const keyColumns = [
  'select',
  'name',
  'key',
  'scopes',
  'status',
  'lastUsed',
  'expires',
  'usage',
  'actions',
] as const

export type KeyColumn = (typeof keyColumns)[number]
