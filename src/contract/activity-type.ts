export const activityTypes = [
  'created',
  'updated',
  'disabled',
  'enabled',
  'rotated',
  'revoked',
  'refused',
] as const

export type ActivityType = (typeof activityTypes)[number]
