import type { ApiKeyManagerProps } from 'latchkey'
import { ApiKeys } from '@/components/api-keys'

/** A settings page with API keys on it. */
export function ApiKeysSettings(props: ApiKeyManagerProps) {
  return (
    <main className="mx-auto grid max-w-5xl gap-8 px-4 py-10">
      <header className="grid gap-1 border-b pb-6">
        <h1 className="font-semibold text-2xl tracking-tight">Developer settings</h1>
        <p className="text-muted-foreground text-sm">How your own servers reach this account.</p>
      </header>
      <ApiKeys {...props} />
    </main>
  )
}
