import { type ComponentPropsWithoutRef, forwardRef, useContext } from 'react'
import { ownClass } from './own-class.js'
import { RootFrameContext } from './root-frame.js'

export interface NamedIconProps<N extends string> extends ComponentPropsWithoutRef<'svg'> {
  name: N
}

/** For where no stylesheet says so: unstyled, a shape would be filled. */
const drawn = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const

/** A component for drawings on a 16 pixel grid. Decoration: what one means is always written as well. */
export function createIcon<N extends string>(paths: Readonly<Record<N, string>>) {
  return forwardRef<SVGSVGElement, NamedIconProps<N>>(function Icon({ name, className, ...rest }, ref) {
    const { look } = useContext(RootFrameContext)
    return (
      <svg
        {...drawn}
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
        data-icon={name}
        {...rest}
        ref={ref}
        className={ownClass('icon', look, className)}
      >
        <path d={paths[name]} />
      </svg>
    )
  })
}
