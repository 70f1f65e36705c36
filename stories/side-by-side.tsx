import { ApiKeys, type ApiKeysRootProps, useApiKeys } from 'latchkey'

/** Search and numbers beside the list, the button below it: nothing but parts and the host's own layout. */
export function SideBySide(props: ApiKeysRootProps) {
  return (
    <ApiKeys.Root {...props} style={{ display: 'flex', flexWrap: 'wrap', gap: 24, alignItems: 'start' }}>
      <div style={{ flex: '1 1 12rem', display: 'grid', gap: 12, justifyItems: 'start' }}>
        <ApiKeys.Title>Machine access</ApiKeys.Title>
        <ApiKeys.Search />
        <Numbers />
      </div>
      <div style={{ flex: '3 1 36rem', minInlineSize: 0 }}>
        <ApiKeys.Notices />
        <ApiKeys.List scopes={false} />
        <ApiKeys.Footer>
          <ApiKeys.CreateButton />
        </ApiKeys.Footer>
      </div>
      <ApiKeys.Dialogs />
    </ApiKeys.Root>
  )
}

/** A part of the host's own: it finds the manager around it, as every other part does. */
function Numbers() {
  const { counts } = useApiKeys()
  if (!counts) return null
  return (
    <p>
      {counts.active} active, {counts.expiring} about to expire
    </p>
  )
}
