import type { ErrorCode } from './error-code.js'
import { type OperationName, routes } from './routes.js'

/** Codes that are particular to an operation; each can also answer what every operation can. */
interface Refusals {
  errors: readonly ErrorCode[]
}

/** Every operation: the handler and the OpenAPI document read from here, the client from `routes`. */
export const operations = {
  list: { ...routes.list, errors: [] },
  create: {
    ...routes.create,
    errors: [
      'name_taken',
      'key_limit_reached',
      'reauthentication_required',
      'idempotency_conflict',
      'idempotency_mismatch',
    ],
  },
  bulk: { ...routes.bulk, errors: [] },
  usage: { ...routes.usage, errors: [] },
  scopes: { ...routes.scopes, errors: [] },
  identify: { ...routes.identify, errors: ['not_found'] },
  capabilities: { ...routes.capabilities, errors: [] },
  get: { ...routes.get, errors: ['not_found'] },
  update: {
    ...routes.update,
    errors: [
      'not_found',
      'name_taken',
      'reauthentication_required',
      'version_required',
      'version_conflict',
      'key_not_updatable',
    ],
  },
  rotate: {
    ...routes.rotate,
    errors: [
      'not_found',
      'key_not_rotatable',
      'reauthentication_required',
      'idempotency_conflict',
      'idempotency_mismatch',
    ],
  },
  revoke: { ...routes.revoke, errors: ['not_found'] },
  activity: { ...routes.activity, errors: ['not_found'] },
} as const satisfies Record<OperationName, Refusals>
