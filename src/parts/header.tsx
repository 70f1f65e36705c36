import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface HeaderProps extends Omit<ComponentPropsWithoutRef<'header'>, 'title'> {
  title: ReactNode
  /** One sentence under the title. */
  description?: ReactNode | undefined
  /** Of the title's heading. @default 2 */
  headingLevel?: 2 | 3 | 4 | undefined
  /** For the `aria-labelledby` of the section around it. */
  titleId?: string | undefined
  classNames?: SlotClassNames | undefined
}

/** The title with its sentence, and whatever stands at the end of the line, such as the button that creates. */
export const Header = forwardRef<HTMLElement, HeaderProps>(function Header(
  { title, description, headingLevel = 2, titleId, classNames, className, children, ...rest },
  ref,
) {
  const Heading = `h${headingLevel}` as const
  return (
    <header {...rest} ref={ref} className={slotClass('header', classNames, className)}>
      <div className={ownClass('headerText', classNames)}>
        <Heading id={titleId} className={slotClass('title', classNames)}>
          {title}
        </Heading>
        {description ? <p className={slotClass('description', classNames)}>{description}</p> : null}
      </div>
      {children}
    </header>
  )
})
