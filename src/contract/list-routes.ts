export interface Route {
  method: 'GET' | 'POST' | 'PATCH'
  /** Below the base path; `:id` is a key id. */
  path: string
  /** Status of the answer when all went well. */
  status: 200 | 201
}

/** Where the list and what is shown beside it are: all that a page carries before somebody acts. */
export const listRoutes = {
  list: { method: 'GET', path: '', status: 200 },
  usage: { method: 'GET', path: '/usage', status: 200 },
  scopes: { method: 'GET', path: '/scopes', status: 200 },
  capabilities: { method: 'GET', path: '/capabilities', status: 200 },
} as const satisfies Record<string, Route>
