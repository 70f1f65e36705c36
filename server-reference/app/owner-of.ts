import type { OperationName } from 'latchkey/contract'
import type { PersonIdentity } from 'latchkey/next'

type Person = Pick<PersonIdentity, 'userId' | 'organization'>

/** Whose apps a person works with: those of the organisation that they act for, or their own. */
export function ownerOf({ userId, organization }: Person): string {
  return organization?.id ?? userId
}

/** Clerk's role for who runs an organisation. Its other members look, and change nothing. */
export function mayChange({ organization }: Pick<Person, 'organization'>): boolean {
  return !organization || organization.role === 'org:admin'
}

export function onlyLooks(action: OperationName): boolean {
  return looks.some((name) => name === action)
}

const looks: readonly OperationName[] = [
  'list',
  'get',
  'usage',
  'activity',
  'scopes',
  'identify',
  'capabilities',
]
