'use client'

import { ApiKeyManager, type ApiKeyManagerProps } from 'latchkey'
import 'latchkey/styles.css'
import 'latchkey/themes/shadcn.css'

/** API keys in the colours of your theme. */
export function ApiKeys({ baseUrl = '/api/keys', ...props }: ApiKeyManagerProps) {
  return <ApiKeyManager baseUrl={baseUrl} {...props} />
}
