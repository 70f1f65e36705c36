import { type OperationName, operations } from '../../../src/contract/index.js'
import { type Call, unknownId } from './person.conformance.js'

/** Passes every check that comes before the sign-in and after it. */
export function validCall(name: OperationName): Call {
  const id = operations[name].path.includes(':id') ? { id: unknownId } : {}
  const bodies: Partial<Record<OperationName, unknown>> = {
    create: { name: 'x' },
    update: { name: 'x' },
    rotate: { overlapSeconds: 60 },
    bulk: { action: 'revoke', ids: [unknownId] },
    identify: { sha256: '0'.repeat(64) },
  }
  return {
    ...id,
    ...(name === 'usage' && { query: { ids: unknownId } }),
    ...(name === 'update' && { headers: { 'If-Match': '"1"' } }),
    body: bodies[name] ?? {},
  }
}
