import { ApiKeys, type ApiKeysRootProps } from 'latchkey'

/** Links such as `/settings/keys#lk=create&name=ci&preset=restricted&scopes=orders:read&expires=30d` open the form. */
export function FromALink(props: ApiKeysRootProps) {
  return (
    <ApiKeys.Root {...props}>
      <ApiKeys.Header />
      <ApiKeys.Toolbar />
      <ApiKeys.List />
      <ApiKeys.Footer />
      <ApiKeys.Dialogs />
      <ApiKeys.CreateFromLink />
    </ApiKeys.Root>
  )
}
