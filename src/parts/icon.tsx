import { type ComponentPropsWithoutRef, forwardRef, useContext } from 'react'
import { ownClass } from './own-class.js'
import { RootFrameContext } from './root-frame.js'

const paths = {
  arrowDown: 'M8 3v10M4 9l4 4 4-4',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14',
  close: 'm4 4 8 8M12 4l-8 8',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5ZM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  chevron: 'm6 4 4 4-4 4',
  download: 'M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M3 13.5h10',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  eyeOff:
    'M6.6 4A6 6 0 0 1 8 3.8c4 0 6.2 4.2 6.2 4.2a10 10 0 0 1-1.6 2.1M4.3 5A9.6 9.6 0 0 0 1.8 8S4 12.2 8 12.2a6 6 0 0 0 3-.8M6.7 6.8a1.8 1.8 0 0 0 2.5 2.5M2.5 2.5l11 11',
  warning: 'M8 2.2 14.5 13.5h-13L8 2.2ZM8 6.6v3M8 11.6v.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5v3.3M8 5.2v.01',
  key: 'M5.2 13.8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM7.4 8.6l6-6M11 5l1.8 1.8',
  offline: 'M2 2l12 12M5.2 5.4A4 4 0 0 0 4 13h7.4M7.2 4.1a4 4 0 0 1 4.6 2.9 3 3 0 0 1 2.4 3.9M8 13',
} as const

/** For where no stylesheet says so: unstyled, a shape would be filled. */
const drawn = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const

export type IconName = keyof typeof paths

export interface IconProps extends ComponentPropsWithoutRef<'svg'> {
  name: IconName
}

/** One of the component's own drawings, on a 16 pixel grid. Decoration: what it means is always written as well. */
export const Icon = forwardRef<SVGSVGElement, IconProps>(function Icon({ name, className, ...rest }, ref) {
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
