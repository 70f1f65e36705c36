import type { DOMAttributes, SyntheticEvent } from 'react'

const stop = (event: SyntheticEvent) => event.stopPropagation()

/**
 * React sends events up the tree of components, so out of a portal into the host's forms and rows: Enter in a
 * dialog would submit a form around the component. They end at the portal's root. Presses do not: by those Radix,
 * which listens on the document, sees that somebody pressed outside.
 */
export const stopAtPortal = {
  onClick: stop,
  onDoubleClick: stop,
  onKeyDown: stop,
  onKeyUp: stop,
  onInput: stop,
  onChange: stop,
  onSubmit: stop,
  onReset: stop,
} as const satisfies DOMAttributes<HTMLDivElement>
