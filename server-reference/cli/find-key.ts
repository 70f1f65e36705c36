import { createHash } from 'node:crypto'
import { type ApiKey, isKeyId } from '../../src/contract/index.js'
import type { Latchkey } from '../core/latchkey.js'
import type { Call } from './command.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'
import { expectValue } from './expect-value.js'
import { operator } from './operator.js'
import { readSecret } from './read-secret.js'

/** The key with the id that was written, or the one that is pasted for `--key`: of that, only a digest is asked about. */
export async function findKey(latchkey: Latchkey, { terminal, isSet }: Call, id?: string): Promise<ApiKey> {
  if (isSet('key') === (id !== undefined)) {
    throw new CommandStop(exitCodes.usage, 'Name one key: by its id, or with --key by the key itself.')
  }
  if (id !== undefined) return getKey(latchkey, id)
  const sha256 = createHash('sha256')
    .update(await readSecret(terminal))
    .digest('hex')
  const found = await latchkey.management.identify(operator(), sha256)
  if (found.ok) return getKey(latchkey, found.value.id)
  if (found.code !== 'not_found') expectValue(found)
  throw new CommandStop(
    exitCodes.notFound,
    'No key in this database is that one. A wrong LATCHKEY_PEPPER looks the same: "latchkey doctor" tells.',
  )
}

async function getKey(latchkey: Latchkey, id: string): Promise<ApiKey> {
  if (!isKeyId(id)) {
    throw new CommandStop(exitCodes.usage, 'A key id has 16 letters and digits. "latchkey list" shows it.')
  }
  return expectValue(await latchkey.management.get(operator(), id)).key
}
