'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { slotClass } from '../parts/slot-class.js'
import { useManagerScope } from './manager-context.js'

/** One sentence about keys. `Header` has one; this is for another place. @default the catalogue's words */
export const Description = forwardRef<HTMLParagraphElement, ComponentPropsWithoutRef<'p'>>(
  function Description({ className, children, ...rest }, ref) {
    const { look } = useManagerScope()
    return (
      <p {...rest} ref={ref} className={slotClass('description', look.classNames, className)}>
        {children ?? look.strings.description}
      </p>
    )
  },
)
