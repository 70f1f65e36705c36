import { type ApiKeyClient, LatchkeyError } from '../client/index.js'

type Optional = Exclude<keyof ApiKeyClient, 'list' | 'create' | 'backend' | 'clockOffsetMs' | 'toSearch'>

/** An operation that a backend may lack. The UI leaves it out then; who calls it all the same gets an error, no crash. */
export function requireOperation<N extends Optional>(
  client: ApiKeyClient,
  name: N,
): NonNullable<ApiKeyClient[N]> {
  const method = client[name]
  // Bound: a client may be an object with state of its own.
  if (method) return method.bind(client) as NonNullable<ApiKeyClient[N]>
  throw new LatchkeyError('method_not_allowed', `Latchkey: this backend has no "${name}" operation.`)
}
