import { endOf } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import type { KeyView } from './key-view.js'
import { usageSentence } from './sparkline.js'
import type { KeyUsage } from './usage-of.js'

/** What a row's `data-tip` stands for, in full; null: nothing that is not there to read already. */
export function tipText(
  kind: string | undefined,
  view: KeyView,
  usage: KeyUsage,
  strings: ListStrings,
  format: Formatters,
): string | null {
  switch (kind) {
    case 'lastUsed':
      return view.lastUsedAt && format.exact(view.lastUsedAt)
    case 'expires':
      return view.expiresAt && format.exact(view.expiresAt)
    case 'scopes':
      return view.scopes.join(', ')
    case 'usage':
      if (usage === 'loading') return null
      return usage === 'unavailable' ? strings.usage.unavailable : usageSentence(usage, strings)
    case 'status': {
      const at = sinceOrUntil(view)
      const parts = [view.status === 'revoked' ? view.revokedReason : null, at && format.exact(at)]
      return parts.filter(Boolean).join(' · ') || null
    }
    default:
      return null
  }
}

/** The instant that a status is about. */
function sinceOrUntil(view: KeyView): string | number | null {
  if (view.status === 'revoked') return view.revokedAt
  if (view.status === 'disabled') return view.disabledAt
  return view.status === 'active' ? null : endOf(view)
}
