import type { KeyManagement, Outcome } from '../server-reference/core/latchkey.js'
import type { OperationName } from '../src/contract/index.js'

/** What goes wrong between a component and its server, or inside it. @default nothing */
export interface Faults {
  /** Every request waits this long first. */
  latencyMs?: number | undefined
  /** Every request fails as it does where nobody answers: no server, or no network. */
  unreachable?: boolean | undefined
  /** These operations never answer; `true`: none does. */
  hang?: true | readonly OperationName[] | undefined
  /** These operations fail inside the server, which then answers as it always does. */
  status?: Partial<Record<OperationName, FaultStatus>> | undefined
}

export type FaultStatus = 429 | 500 | 503

/** What a browser's fetch rejects with when nobody answers. */
export class NetworkFailure extends TypeError {
  override readonly name = 'NetworkFailure'
}

/** The faults on a request's way. `operation` is null for a request that is none. */
export async function applyFaults(
  { latencyMs = 0, unreachable = false, hang = [] }: Faults,
  operation: OperationName | null,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  if (latencyMs > 0) await wait(latencyMs, signal)
  if (unreachable) throw new NetworkFailure('Failed to fetch')
  const hangs = hang === true || (operation !== null && hang.includes(operation))
  if (hangs) await wait(Number.POSITIVE_INFINITY, signal)
}

/** Rules that fail where the faults say so. What is answered then is the handler's business. */
export function withFaults(management: KeyManagement, faultsNow: () => Faults): KeyManagement {
  const guard =
    <Input extends unknown[], T>(name: OperationName, run: (...input: Input) => Promise<Outcome<T>>) =>
    async (...input: Input): Promise<Outcome<T>> => {
      const status = faultsNow().status?.[name]
      if (status === 429) return { ok: false, code: 'rate_limited', retryAfterSeconds: 30 }
      if (status === 503) return { ok: false, code: 'store_unavailable', retryAfterSeconds: 5 }
      if (status === 500) throw new Error(`A fault was set for "${name}".`)
      return run(...input)
    }
  return {
    list: guard('list', management.list),
    create: guard('create', management.create),
    get: guard('get', management.get),
    update: guard('update', management.update),
    rotate: guard('rotate', management.rotate),
    revoke: guard('revoke', management.revoke),
    bulk: guard('bulk', management.bulk),
    usage: guard('usage', management.usage),
    activity: guard('activity', management.activity),
    identify: guard('identify', management.identify),
    scopes: guard('scopes', management.scopes),
    capabilities: guard('capabilities', management.capabilities),
  }
}

function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = Number.isFinite(delayMs) ? setTimeout(resolve, delayMs) : undefined
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
