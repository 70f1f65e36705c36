import type { BulkInput, CreateInput, RevokeInput, RotateInput, UpdateInput } from '../contract/index.js'
import type { ApiKeyClient, CallOptions } from './api-key-client.js'
import { declined } from './declined.js'

/** Something that a person is about to do. */
export type Act =
  | { action: 'create'; input: CreateInput }
  | { action: 'update'; id: string; input: UpdateInput }
  | { action: 'rotate'; id: string; input: RotateInput }
  | { action: 'revoke'; id: string; input: RevokeInput }
  | { action: 'bulk'; input: BulkInput }

/**
 * A client that asks the host before it writes anything, e.g. for the person's password once more. Where the host says
 * no, or fails, nothing is sent: the act ends as `declined`, which the component takes for "not yet" and no error. So
 * does an act that is called off while it asks; `signal` tells the host. Of many keys it asks once, about all of them.
 *
 * A dialog of this component is open while it asks, and modal: it keeps the focus inside and what is outside from
 * being pressed. These can be used all the same: whatever the browser draws (`confirm`, WebAuthn, a password manager);
 * a native `<dialog>` opened by `showModal()`, which is above everything; and a Radix dialog, whose layers know of one
 * another where both come from one copy of `@radix-ui/react-dismissable-layer` and `@radix-ui/react-focus-scope`.
 * Anything else that is put into the page, such as a fixed `<div>` or the dialog of another library, is drawn but
 * cannot take the focus.
 */
export function askFirst(
  client: ApiKeyClient,
  approve: (act: Act, at: CallOptions) => boolean | Promise<boolean>,
): ApiKeyClient {
  /** Acts of several requests that the host agreed to. */
  const agreed = new WeakSet<BulkInput>()
  async function agreeOn(act: Act, { signal }: CallOptions = {}): Promise<void> {
    if (signal?.aborted) throw declined()
    try {
      if (await unlessCalledOff(approve(act, { signal }), signal)) return
    } catch (cause) {
      throw declined({ cause })
    }
    throw declined()
  }
  // One by one, and bound: the methods of a class are not its own, and each may need the others.
  return {
    backend: client.backend,
    ...(client.clockOffsetMs && { clockOffsetMs: client.clockOffsetMs.bind(client) }),
    ...(client.toSearch && { toSearch: client.toSearch.bind(client) }),
    list: client.list.bind(client),
    ...(client.get && { get: client.get.bind(client) }),
    ...(client.usage && { usage: client.usage.bind(client) }),
    ...(client.activity && { activity: client.activity.bind(client) }),
    ...(client.identify && { identify: client.identify.bind(client) }),
    ...(client.scopes && { scopes: client.scopes.bind(client) }),
    ...(client.capabilities && { capabilities: client.capabilities.bind(client) }),
    create: afterAsking(client.create.bind(client), (input, at) => [{ action: 'create', input }, at]),
    ...(client.update && {
      update: afterAsking(client.update.bind(client), (id, input, _version, at) => [
        { action: 'update', id, input },
        at,
      ]),
    }),
    ...(client.rotate && {
      rotate: afterAsking(client.rotate.bind(client), (id, input, at) => [
        { action: 'rotate', id, input },
        at,
      ]),
    }),
    ...(client.revoke && {
      revoke: afterAsking(client.revoke.bind(client), (id, input, at) => [
        { action: 'revoke', id, input },
        at,
      ]),
    }),
    ...(client.bulk && { bulk: afterAskingOnce(client.bulk.bind(client)) }),
  }

  function afterAsking<Args extends unknown[], Answer>(
    write: (...args: Args) => Promise<Answer>,
    toAct: (...args: Args) => [act: Act, at: CallOptions | undefined],
  ) {
    return async (...args: Args): Promise<Answer> => {
      await agreeOn(...toAct(...args))
      return write(...args)
    }
  }

  function afterAskingOnce(bulk: NonNullable<ApiKeyClient['bulk']>): typeof bulk {
    return async (input, at) => {
      const whole = at?.portionOf ?? input
      if (!agreed.has(whole)) await agreeOn({ action: 'bulk', input: whole }, at)
      agreed.add(whole)
      return bulk(input, at)
    }
  }
}

/** false as soon as the act is called off, whether the host heeds the signal or not: nobody waits for what is over. */
function unlessCalledOff(
  answer: boolean | Promise<boolean>,
  signal: AbortSignal | undefined,
): boolean | Promise<boolean> {
  if (!signal) return answer
  const calledOff = new Promise<false>((resolve) => {
    signal.addEventListener('abort', () => resolve(false), { once: true })
  })
  return Promise.race([answer, calledOff])
}
