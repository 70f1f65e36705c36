import type { ActivityEvent, ActivityType } from '../../src/contract/index.js'

type ConsumerEventType = Extract<ActivityType, 'consumer_suspended' | 'consumer_resumed'>

/** What happened to a key. */
export interface NewEvent extends Omit<ActivityEvent, 'id'> {
  keyId: string
  consumerId: string
  type: Exclude<ActivityType, ConsumerEventType>
}

/** What happened to all keys of a consumer. */
export interface ConsumerEvent extends Omit<ActivityEvent, 'id'> {
  keyId: null
  consumerId: string
  type: ConsumerEventType
}
