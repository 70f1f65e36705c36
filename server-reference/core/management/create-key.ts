import type { Created, CreateInput } from '../../../src/contract/index.js'
import type { Caller, IdempotencyOptions, Outcome } from '../latchkey.js'
import { chooseConsumer } from './choose-consumer.js'
import { draftKey } from './draft-key.js'
import type { ManagementContext } from './management-context.js'
import { prepareKey } from './prepare-key.js'
import { refuseUnconfirmed } from './refuse-unconfirmed.js'
import { runOnce } from './run-once.js'
import { toEvent } from './to-event.js'

export async function createKey(
  context: ManagementContext,
  caller: Caller,
  input: CreateInput,
  options: IdempotencyOptions,
): Promise<Outcome<Created>> {
  const { settings, ask, change } = context
  const chosen = await chooseConsumer(context, caller, input.consumerId, 'create')
  if (!chosen) return { ok: false, code: 'forbidden' }
  const now = settings.now()

  return runOnce<Created>(context, {
    caller,
    operation: 'create',
    meaning: { ...input, consumerId: chosen.consumerId },
    options,
    async work(idempotency) {
      const unconfirmed = await refuseUnconfirmed(context, caller, chosen.consumerId, 'create')
      if (unconfirmed) return unconfirmed
      const drafted = draftKey(context, caller, input, { ...chosen, now })
      if (!drafted.ok) return drafted
      const { key, secret, stored } = await prepareKey(context, drafted.value, now)
      const event = toEvent(caller, key, now, { type: 'created' })
      const { maxKeys } = settings.policy
      const inserted = await change(() =>
        settings.store.insert({ key: stored, maxKeys, now, idempotency, event }),
      )
      if (!inserted.ok) return inserted
      context.announceChange(event)
      return { ok: true, value: { key, secret } }
    },
    async replay({ ref }) {
      const key = await ask(() => settings.store.get(ref))
      return key ? { ok: true, value: { key, secret: null } } : { ok: false, code: 'not_found' }
    },
  })
}
