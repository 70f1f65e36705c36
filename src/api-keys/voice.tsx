'use client'

import { forwardRef, useImperativeHandle } from 'react'
import { type Announcer, useAnnouncer } from '../hooks/use-announcer.js'
import { LiveRegion } from '../parts/live-region.js'
import type { SlotClassNames } from '../parts/slot-class.js'

export type Speaker = Pick<Announcer, 'announce' | 'retract'>

export interface VoiceProps {
  classNames?: SlotClassNames | undefined
}

/** The live region, which hands out how to speak. What is said changes in here alone: nothing else is drawn again for it. */
export const Voice = forwardRef<Speaker, VoiceProps>(function Voice({ classNames }, ref) {
  const { polite, assertive, announce, retract } = useAnnouncer()
  useImperativeHandle(ref, () => ({ announce, retract }), [announce, retract])
  return <LiveRegion polite={polite} assertive={assertive} classNames={classNames} />
})
