import { type ReactNode, useState } from 'react'
import { Icon } from './icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface DisclosureProps {
  label: ReactNode
  /** Opens it, and keeps it open: something in it has to be seen. @default false */
  forced?: boolean | undefined
  children: ReactNode
  classNames?: SlotClassNames | undefined
}

/** What few people need, behind one line. Native, so that find-in-page and every keyboard know it. */
export function Disclosure({ label, forced = false, children, classNames }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  return (
    <details
      className={slotClass('disclosure', classNames)}
      open={open || forced}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={ownClass('disclosureLabel', classNames)}>
        <Icon name="chevron" />
        {label}
      </summary>
      <div className={ownClass('disclosureBody', classNames)}>{children}</div>
    </details>
  )
}
