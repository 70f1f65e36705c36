import type { ScopeDefinition } from 'latchkey/contract'

/** Everything that a key can be allowed. */
export const scopes: ScopeDefinition[] = [
  { name: 'orders:read', description: 'See orders.', group: 'Orders' },
  { name: 'orders:write', description: 'Place and change orders.', group: 'Orders' },
  { name: 'customers:read', description: 'See customers and their addresses.', group: 'Customers' },
  { name: 'customers:write', description: 'Add and change customers.', group: 'Customers' },
  { name: 'webhooks:read', description: 'See where events are sent.', group: 'Webhooks' },
  { name: 'webhooks:write', description: 'Choose where events are sent.', group: 'Webhooks' },
]
