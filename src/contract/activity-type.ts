export const activityTypes = [
  'created',
  'updated',
  'disabled',
  'enabled',
  'rotated',
  'revoked',
  'refused',
  'leaked',
  'consumer_suspended',
  'consumer_resumed',
] as const

export type ActivityType = (typeof activityTypes)[number]
