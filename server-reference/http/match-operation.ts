import { isKeyId, type OperationName, operationNames, operations } from '../../src/contract/index.js'

export type OperationMatch =
  | { ok: true; name: OperationName; id: string }
  /** The path is one of ours, the method is not: these are. */
  | { ok: false; code: 'method_not_allowed'; allow: readonly string[] }
  | { ok: false; code: 'not_found' }

/** Finds the operation in the contract's table; there is no second list of routes. HEAD is a GET. */
export function matchOperation(method: string, path: string): OperationMatch {
  const here = routes
    .map((route) => ({ ...route, id: matchPath(route.pattern, path) }))
    .flatMap(({ id, ...route }) => (id === null ? [] : [{ ...route, id }]))
  if (here.length === 0) return { ok: false, code: 'not_found' }
  const wanted = method === 'HEAD' ? 'GET' : method
  const match = here.find((route) => route.method === wanted)
  if (match) return { ok: true, name: match.name, id: match.id }
  return { ok: false, code: 'method_not_allowed', allow: allowedMethods(here.map((route) => route.method)) }
}

export function allowedMethods(methods: readonly string[]): readonly string[] {
  return [...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS']
}

const routes = operationNames.map((name) => {
  const { method, path } = operations[name]
  return { name, method, pattern: path.split('/') }
})

/** As services that keep keys write their ids, `key_2cGK…`; none of our own words has a line below it. */
function isIdOfService(text: string): boolean {
  return /^[a-z]{1,16}_[0-9A-Za-z]{8,64}$/.test(text)
}

/** The id in the path, '' where the pattern has none, null where it does not fit. */
function matchPath(pattern: readonly string[], path: string): string | null {
  const segments = path.split('/')
  if (segments.length !== pattern.length) return null
  let id = ''
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (expected !== ':id') {
      if (segment !== expected) return null
    } else if (isKeyId(segment) || isIdOfService(segment)) id = segment
    // What is no key id is no key's path, so that `/bulk` is never read as a key called "bulk".
    else return null
  }
  return id
}
