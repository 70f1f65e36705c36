import * as Radix from '@radix-ui/react-tooltip'
import { useContext, useId, useLayoutEffect } from 'react'
import { carryFrame } from './carry-frame.js'
import { ownClass } from './own-class.js'
import { RootFrameContext } from './root-frame.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { treeOf } from './tree-of.js'
import type { Tip } from './use-tips.js'

export interface TooltipProps {
  tip: Tip
  onClose(): void
  onHold(): void
  onRelease(): void
  classNames?: SlotClassNames | undefined
}

/**
 * What there is to say about one element of a list. Its trigger for Radix is an empty box that lies over that element,
 * because elements change and the tooltip is one.
 */
export function Tooltip({ tip, onClose, onHold, onRelease, classNames }: TooltipProps) {
  const frame = useContext(RootFrameContext)
  const id = useId()
  const { anchor, text } = tip
  // With the tooltip itself: whoever sees it may press Esc at once.
  useLayoutEffect(() => {
    const before = anchor.getAttribute('aria-describedby')
    anchor.setAttribute('aria-describedby', before ? `${before} ${id}` : id)
    // Wherever the focus is, and before anybody else hears it: Esc takes the tooltip away first, and a selection, or a
    // dialog of the host's around the list, with the next one.
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    window.addEventListener('keydown', leave, true)
    window.addEventListener('scroll', onClose, true)
    return () => {
      window.removeEventListener('keydown', leave, true)
      window.removeEventListener('scroll', onClose, true)
      if (before) anchor.setAttribute('aria-describedby', before)
      else anchor.removeAttribute('aria-describedby')
    }
  }, [anchor, id, onClose])
  // A row goes with its key, and neither pointer nor focus has left it then.
  useLayoutEffect(() => {
    if (!anchor.isConnected) onClose()
  })

  const { left, top, width, height } = anchor.getBoundingClientRect()
  const carry = (portal: HTMLDivElement | null) => {
    const root = frame.root()
    if (portal && root) carryFrame(root, portal)
  }
  return (
    <Radix.Provider>
      <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
        <Radix.Portal container={frame.container ?? treeOf(frame.root())}>
          <div
            ref={carry}
            className={ownClass('root', classNames, ownClass('tipLayer', classNames, classNames?.root))}
            data-lk-portal=""
            data-theme={frame.theme}
            data-density={frame.density}
          >
            <Radix.Trigger asChild aria-describedby={undefined}>
              <span
                className={ownClass('tipAnchor', classNames)}
                aria-hidden="true"
                style={{ position: 'fixed', left, top, width, height }}
              />
            </Radix.Trigger>
            <Radix.Content
              side="top"
              sideOffset={6}
              collisionPadding={8}
              className={slotClass('tooltip', classNames)}
              onPointerEnter={onHold}
              onPointerLeave={onRelease}
            >
              {text}
            </Radix.Content>
            <span id={id} hidden>
              {text}
            </span>
          </div>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
