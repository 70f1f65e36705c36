import { listRoutes, type Route } from './list-routes.js'

/** Where each operation is. Apart from what else is known of it, so that a browser carries no more than this. */
export const routes = {
  ...listRoutes,
  create: { method: 'POST', path: '', status: 201 },
  bulk: { method: 'POST', path: '/bulk', status: 200 },
  identify: { method: 'POST', path: '/identify', status: 200 },
  get: { method: 'GET', path: '/:id', status: 200 },
  update: { method: 'PATCH', path: '/:id', status: 200 },
  rotate: { method: 'POST', path: '/:id/rotate', status: 201 },
  revoke: { method: 'POST', path: '/:id/revoke', status: 200 },
  activity: { method: 'GET', path: '/:id/activity', status: 200 },
} as const satisfies Record<string, Route>

export type OperationName = keyof typeof routes

/** The path of an operation below the base path, with the key id in its place. */
export function operationPath(name: OperationName, id?: string): string {
  return routes[name].path.replace(':id', encodeURIComponent(id ?? ''))
}
