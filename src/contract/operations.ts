import type { ErrorCode } from './error-code.js'

interface Operation {
  method: 'GET' | 'POST' | 'PATCH'
  /** Below the base path; `:id` is a key id. */
  path: string
  /** Status of the answer when all went well. */
  status: 200 | 201
  /** Codes that are particular to this operation; each can also answer what every operation can. */
  errors: readonly ErrorCode[]
}

/** Every operation: the client, the handler and the OpenAPI document read their paths from here. */
export const operations = {
  list: { method: 'GET', path: '', status: 200, errors: [] },
  create: {
    method: 'POST',
    path: '',
    status: 201,
    errors: ['name_taken', 'key_limit_reached', 'idempotency_conflict', 'idempotency_mismatch'],
  },
  bulk: { method: 'POST', path: '/bulk', status: 200, errors: [] },
  usage: { method: 'GET', path: '/usage', status: 200, errors: [] },
  scopes: { method: 'GET', path: '/scopes', status: 200, errors: [] },
  identify: { method: 'POST', path: '/identify', status: 200, errors: ['not_found'] },
  capabilities: { method: 'GET', path: '/capabilities', status: 200, errors: [] },
  get: { method: 'GET', path: '/:id', status: 200, errors: ['not_found'] },
  update: {
    method: 'PATCH',
    path: '/:id',
    status: 200,
    errors: ['not_found', 'name_taken', 'version_required', 'version_conflict', 'key_not_updatable'],
  },
  rotate: {
    method: 'POST',
    path: '/:id/rotate',
    status: 201,
    errors: ['not_found', 'key_not_rotatable', 'idempotency_conflict', 'idempotency_mismatch'],
  },
  revoke: { method: 'POST', path: '/:id/revoke', status: 200, errors: ['not_found'] },
  activity: { method: 'GET', path: '/:id/activity', status: 200, errors: ['not_found'] },
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof operations

/** The path of an operation below the base path, with the key id in its place. */
export function operationPath(name: OperationName, id?: string): string {
  return operations[name].path.replace(':id', encodeURIComponent(id ?? ''))
}
