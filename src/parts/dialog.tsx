import * as Radix from '@radix-ui/react-dialog'
import { setNonce } from 'get-nonce'
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  memo,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { bringIntoView } from './bring-into-view.js'
import { Button } from './button.js'
import { carryFrame } from './carry-frame.js'
import { focusNearby, rowPlaceOf } from './focus-nearby.js'
import { Icon } from './icon.js'
import { makeRestInert } from './make-rest-inert.js'
import { ownClass } from './own-class.js'
import { RootFrameContext } from './root-frame.js'
import { firstInShadow, wrapInShadow } from './shadow-focus.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { stopAtPortal } from './stop-at-portal.js'
import { treeOf } from './tree-of.js'
import { useBrowserLayoutEffect } from './use-browser-layout-effect.js'

export interface DialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  open: boolean
  /** Escape, the cross or a press outside. Whether it closes is decided by whoever sets `open`. */
  onClose(): void
  title: ReactNode
  description?: ReactNode | undefined
  /** Names the dialog for styles and tests. */
  kind:
    | 'create'
    | 'secret'
    | 'rotate'
    | 'revoke'
    | 'rename'
    | 'closeConfirm'
    | 'bulk'
    | 'edit'
    | 'extend'
    | 'details'
  /** `alertdialog` asks something that must be answered: it has no cross, and a press outside does nothing. */
  role?: 'dialog' | 'alertdialog' | undefined
  /** Gets the focus first. @default the first thing that can be focused */
  initialFocus?: ((dialog: HTMLElement) => HTMLElement | null) | undefined
  /** Gets the focus back. @default what had it before */
  returnFocus?: (() => HTMLElement | null) | undefined
  closeLabel: string
  classNames?: SlotClassNames | undefined
}

/** The window of every dialog: a trap for focus, a way out, a title, and the theme of the place it came from. */
export const Dialog = forwardRef<HTMLDivElement, DialogProps>(function Dialog(
  {
    open,
    onClose,
    title,
    description,
    kind,
    role = 'dialog',
    initialFocus,
    returnFocus,
    closeLabel,
    classNames,
    className,
    children,
    ...rest
  },
  ref,
) {
  const frame = useContext(RootFrameContext)
  const before = useRef<{ element: HTMLElement; rowPlace: number | null } | null>(null)
  const alert = role === 'alertdialog'

  useBrowserLayoutEffect(() => {
    if (!open) return
    // Before what locks the page's scrolling adds its style element, which happens after the layout.
    if (frame.nonce !== undefined) setNonce(frame.nonce)
    const element = (treeOf(frame.root()) ?? document).activeElement
    // Safari gives a clicked button no focus: the page has it then, which is no place to come back to.
    const isPlace = element instanceof HTMLElement && element !== document.body
    before.current = isPlace ? { element, rowPlace: rowPlaceOf(element) } : null
  }, [open, frame])

  const takeFocus = (event: Event) => {
    const { currentTarget: dialog } = event
    const first = dialog instanceof HTMLElement ? (initialFocus?.(dialog) ?? firstInShadow(dialog)) : null
    if (!first) return
    event.preventDefault()
    first.focus()
  }
  const giveFocusBack = (event: Event) => {
    // Prevented: Radix would look for a trigger of its own, and find none.
    event.preventDefault()
    const target = returnFocus?.() ?? before.current?.element
    const root = frame.root()
    if (target?.isConnected) target.focus()
    else if (root) focusNearby(root, before.current?.rowPlace ?? null)
  }
  const [portal, setPortal] = useState<HTMLDivElement | null>(null)
  const carry = useCallback(
    (element: HTMLDivElement | null) => {
      const root = frame.root()
      if (element && root) carryFrame(root, element)
      setPortal(element)
    },
    [frame],
  )
  useEffect(() => (portal ? makeRestInert(portal) : undefined), [portal])

  return (
    <Radix.Root open={open} onOpenChange={() => onClose()}>
      <Radix.Portal container={frame.container ?? treeOf(frame.root())}>
        <Radix.Overlay
          ref={carry}
          className={ownClass('root', classNames, slotClass('overlay', classNames, classNames?.root))}
          data-lk-portal=""
          data-theme={frame.theme}
          data-density={frame.density}
          {...stopAtPortal}
          onKeyDown={(event) => {
            stopAtPortal.onKeyDown(event)
            wrapInShadow(event)
          }}
        >
          <Radix.Content
            aria-describedby={undefined}
            {...rest}
            ref={ref}
            role={role}
            aria-modal="true"
            data-dialog={kind}
            className={slotClass('dialog', classNames, className)}
            onFocus={(event) => {
              rest.onFocus?.(event)
              // From the last of a dialog to its first Radix goes without scrolling. A press must not move what it is on.
              if (event.target.matches(':focus-visible')) bringIntoView(event.target)
            }}
            onOpenAutoFocus={takeFocus}
            onCloseAutoFocus={giveFocusBack}
            onPointerDownOutside={(event) => (alert ? event.preventDefault() : undefined)}
          >
            <StillWhileClosing open={open}>
              <div className={slotClass('dialogHeader', classNames)}>
                <Radix.Title className={ownClass('title', classNames, slotClass('dialogTitle', classNames))}>
                  {title}
                </Radix.Title>
                {description ? (
                  <Radix.Description
                    className={ownClass(
                      'description',
                      classNames,
                      slotClass('dialogDescription', classNames),
                    )}
                  >
                    {description}
                  </Radix.Description>
                ) : null}
              </div>
              {children}
              {alert ? null : (
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={closeLabel}
                  title={closeLabel}
                  className={slotClass('dialogClose', classNames)}
                  onClick={onClose}
                >
                  <Icon name="close" />
                </Button>
              )}
            </StillWhileClosing>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
})

/** What was on show stays while it fades: by then the data behind it is gone. */
const StillWhileClosing = memo(
  function StillWhileClosing({ children }: { open: boolean; children: ReactNode }) {
    return children
  },
  (_, next) => !next.open,
)
