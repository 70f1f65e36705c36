import type { ScopeDefinition } from '../src/contract/index.js'

/** What a mock backend can grant, unless it is told otherwise. */
export const mockScopes: readonly ScopeDefinition[] = [
  { name: 'orders:read', description: 'Read orders', group: 'Orders' },
  { name: 'orders:write', description: 'Create and change orders', group: 'Orders' },
  { name: 'customers:read', description: 'Read customers', group: 'Customers' },
  { name: 'customers:write', description: 'Create and change customers', group: 'Customers' },
  { name: 'webhooks:read', description: 'Read webhook endpoints', group: 'Webhooks' },
  { name: 'webhooks:write', description: 'Create and change webhook endpoints', group: 'Webhooks' },
]
