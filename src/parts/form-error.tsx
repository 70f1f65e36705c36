import type { LatchkeyStrings } from '../locales/strings.js'
import { bringIntoView } from './bring-into-view.js'
import { errorText } from './error-text.js'
import type { PartError } from './key-view.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import type { SlotClassNames } from './slot-class.js'

export interface FormErrorProps {
  /** What the server answered last; null: nothing that went wrong. */
  error: PartError | null
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** What went wrong with a form as a whole, above its fields, said and seen at once, however far down they scrolled. */
export function FormError({ error, strings, classNames }: FormErrorProps) {
  return error === null ? null : (
    <Notice
      ref={bringIntoView}
      tone="danger"
      role="alert"
      classNames={classNames}
      className={ownClass('formError', classNames)}
    >
      {errorText(error, strings)}
    </Notice>
  )
}
