import { forwardRef } from 'react'
import type { CopyStatus } from '../hooks/use-copy.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button, type ButtonProps } from './button.js'
import { Icon } from './icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface CopyButtonProps extends Omit<ButtonProps, 'children' | 'loading'> {
  status: CopyStatus
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** Copies, and says so in its own place: same width, same focus, whatever its word is. */
export const CopyButton = forwardRef<HTMLButtonElement, CopyButtonProps>(function CopyButton(
  { status, strings, classNames, className, ...rest },
  ref,
) {
  const copied = status === 'copied'
  // Without styles the two faces would stand side by side.
  const bare = classNames?.unstyled
  return (
    <Button
      variant="primary"
      data-copied={copied || undefined}
      {...rest}
      ref={ref}
      className={slotClass('copyButton', classNames, className)}
    >
      <span className={ownClass('copyLabel', classNames)}>
        <span
          className={ownClass('copyFace', classNames)}
          data-hidden={copied || undefined}
          hidden={bare && copied}
          aria-hidden={copied || undefined}
        >
          <Icon name="copy" />
          {strings.secret.copy}
        </span>
        <span
          className={ownClass('copyFace', classNames)}
          data-hidden={!copied || undefined}
          hidden={bare && !copied}
          aria-hidden={!copied || undefined}
        >
          <Icon name="check" />
          {strings.announce.copied}
        </span>
      </span>
    </Button>
  )
})
