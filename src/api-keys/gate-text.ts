import type { Capabilities } from '../contract/index.js'
import type { Gate } from '../hooks/gates.js'
import type { ListStrings } from '../locales/list-strings.js'

/** Why something cannot be done now, in words; undefined where it can. */
export function gateText(
  gate: Gate,
  strings: ListStrings,
  capabilities: Capabilities | null,
): string | undefined {
  switch (gate.reason) {
    case null:
      return undefined
    case 'offline':
      return strings.offline.reason
    case 'key_limit_reached':
      return strings.quota(capabilities?.maxKeys ?? 0)
    default:
      return gate.reasonText ?? strings.error.byCode.forbidden ?? strings.error.byCode.unknown
  }
}
