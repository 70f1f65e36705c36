'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { slotClass } from '../parts/slot-class.js'
import { useManagerScope } from './manager-context.js'

/** The heading that the whole goes by. `Header` has one; this is for another place. @default the catalogue's words */
export const Title = forwardRef<HTMLHeadingElement, ComponentPropsWithoutRef<'h2'>>(function Title(
  { className, children, ...rest },
  ref,
) {
  const { look, headingLevel, titleId } = useManagerScope()
  const Heading = `h${headingLevel}` as const
  return (
    <Heading {...rest} id={titleId} ref={ref} className={slotClass('title', look.classNames, className)}>
      {children ?? look.strings.title}
    </Heading>
  )
})
