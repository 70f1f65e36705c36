import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  forwardRef,
  type KeyboardEvent,
  useMemo,
  useRef,
} from 'react'
import type { Appearance } from './appearance.js'
import { mergeRefs } from './merge-refs.js'
import { type RootFrame, RootFrameContext, type Theme } from './root-frame.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { useKeptFocus } from './use-kept-focus.js'

export interface RootProps extends ComponentPropsWithoutRef<'section'> {
  /** `inherit` follows the host's `color-scheme`, `system` the device's setting. @default 'inherit' */
  theme?: Theme | undefined
  /** Variables, density, and whether it is styled at all. */
  appearance?: Appearance | undefined
  /** Where dialogs go. @default the root of the tree that the component is in */
  portalContainer?: Element | DocumentFragment | null | undefined
  /**
   * Of the page's Content-Security-Policy, where `style-src` asks for one: while a dialog is open, a style element keeps
   * the page behind it from scrolling. It holds for the whole page.
   * @default the bundler's `__webpack_nonce__`, if there is one
   */
  nonce?: string | undefined
  classNames?: SlotClassNames | undefined
}

/** The element around everything: theme, variables, and the width that decides between table and cards. */
export const Root = forwardRef<HTMLElement, RootProps>(function Root(
  {
    theme = 'inherit',
    appearance = {},
    portalContainer = null,
    nonce,
    classNames,
    className,
    style,
    onKeyDown,
    ...rest
  },
  forwardedRef,
) {
  const { variables, density = 'comfortable', unstyled } = appearance
  const element = useRef<HTMLElement>(null)
  const ref = useMemo(() => mergeRefs(element, forwardedRef), [forwardedRef])
  const frame = useMemo<RootFrame>(
    () => ({
      theme,
      density,
      look: { unstyled },
      nonce,
      root: () => element.current,
      container: portalContainer,
    }),
    [theme, density, unstyled, nonce, portalContainer],
  )
  useKeptFocus(element)
  const ownStyle: CSSProperties & Record<string, unknown> = { ...variables, ...style }
  return (
    <RootFrameContext.Provider value={frame}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it answers no key, it only keeps one from the form around. */}
      <section
        data-theme={theme}
        data-density={density}
        {...rest}
        onKeyDown={(event) => {
          onKeyDown?.(event)
          keepFromForm(event)
        }}
        style={ownStyle}
        ref={ref}
        className={slotClass('root', { ...classNames, unstyled }, className)}
      />
    </RootFrameContext.Provider>
  )
})

/** Enter in a field or a box of ours would send a form of the host's that is around the component. */
function keepFromForm(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event
  if (key === 'Enter' && target instanceof HTMLInputElement && target.form?.contains(currentTarget)) {
    event.preventDefault()
  }
}
