import type { LatchkeyEvent } from '../hooks/latchkey-event.js'
import type { Announcer } from '../hooks/use-announcer.js'
import type { ListStrings } from '../locales/list-strings.js'
import { errorText } from '../parts/error-text.js'
import { labelName } from '../parts/label-name.js'

/** Says an event in words. What a dialog already says as an alert is not said twice. */
export function announceEvent(
  event: LatchkeyEvent,
  name: string,
  announce: Announcer['announce'],
  strings: ListStrings,
) {
  const words = strings.announce
  switch (event.type) {
    case 'created':
    case 'rotated':
      return announce(words[event.type](event.key.name), 'assertive')
    case 'revoked':
      return announce(words.revoked(labelName(event.key, strings)))
    case 'updated':
      if (event.patch.name !== undefined) return announce(words.renamed(event.key.name))
      if (event.patch.enabled !== undefined) {
        return announce(words[event.patch.enabled ? 'enabled' : 'disabled'](event.key.name))
      }
      return announce(words.saved(labelName(event.key, strings)))
    case 'failed':
      if (event.action === 'setEnabled')
        announce(words.failed(name, errorText(event.error, strings)), 'assertive')
  }
}
