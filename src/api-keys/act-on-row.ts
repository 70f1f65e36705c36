import { copyText } from '../hooks/copy-text.js'
import { toReplacement } from '../hooks/to-replacement.js'
import type { RowAction } from '../locales/list-strings.js'
import type { KeyView } from '../parts/key-view.js'
import type { ManagerScope } from './manager-context.js'

/**
 * Does what somebody chose in a key's menu.
 *
 * @param onCopied told where its id is on the clipboard
 */
export function actOnRow(
  action: Exclude<RowAction, 'rename'>,
  key: KeyView,
  { scope, onCopied }: { scope: ManagerScope; onCopied(): void },
) {
  const { id } = key
  const { manager, announce, look } = scope
  const words = look.strings.announce
  switch (action) {
    case 'details':
    case 'edit':
    case 'extend':
    case 'rotate':
    case 'revoke':
      return manager.dialog.open({ type: action, id })
    case 'revokeOld':
      return manager.dialog.open({ type: 'revoke', id })
    case 'replace':
      return manager.dialog.open({ type: 'create', draft: toReplacement(key) })
    case 'enable':
    case 'disable':
      return manager.actions.setEnabled.mutate({ id, enabled: action === 'enable' })
    case 'copyId':
      void copyText(id).then(({ ok }) => {
        if (ok) {
          onCopied()
          return announce(words.copied)
        }
        announce(words.idNotCopied, 'assertive')
        manager.dialog.open({ type: 'details', id })
      })
  }
}
