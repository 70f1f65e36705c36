import { isBrand } from '../../src/contract/index.js'
import type { Call } from './command.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'

/** What a new key begins with: `--brand`, else what the old one does, else `LATCHKEY_BRAND`, else `lk`. */
export function readBrand({ terminal, text }: Call, old: string | null = null): string {
  const { LATCHKEY_BRAND: ofApp } = terminal.env
  const named = text('brand')
  const brand = named ?? old ?? (ofApp || 'lk')
  if (isBrand(brand)) return brand
  const name = named === undefined ? 'LATCHKEY_BRAND' : '--brand'
  throw new CommandStop(
    exitCodes.usage,
    `${name} must be 2 to 16 lower-case letters and digits, a letter first, such as acme.`,
  )
}
