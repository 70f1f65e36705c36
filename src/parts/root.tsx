import { type ComponentPropsWithoutRef, type CSSProperties, forwardRef, useMemo, useRef } from 'react'
import { mergeRefs } from './merge-refs.js'
import type { PublicVariable } from './public-variables.js'
import { type RootFrame, RootFrameContext, type Theme } from './root-frame.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface RootProps extends ComponentPropsWithoutRef<'section'> {
  /** `inherit` follows the host's `color-scheme`, `system` the device's setting. @default 'inherit' */
  theme?: Theme | undefined
  /** `--lk-*` variables for this component alone. They can as well be set on any element around it. */
  variables?: Readonly<Partial<Record<PublicVariable, string>>> | undefined
  /** Where dialogs go. @default the root of the tree that the component is in */
  portalContainer?: Element | DocumentFragment | null | undefined
  classNames?: SlotClassNames | undefined
}

/** The element around everything: theme, variables, and the width that decides between table and cards. */
export const Root = forwardRef<HTMLElement, RootProps>(function Root(
  { theme = 'inherit', variables, portalContainer = null, classNames, className, style, ...rest },
  forwardedRef,
) {
  const element = useRef<HTMLElement>(null)
  const ref = useMemo(() => mergeRefs(element, forwardedRef), [forwardedRef])
  const frame = useMemo<RootFrame>(
    () => ({ theme, root: () => element.current, container: portalContainer }),
    [theme, portalContainer],
  )
  const ownStyle: CSSProperties & Record<string, unknown> = { ...variables, ...style }
  return (
    <RootFrameContext.Provider value={frame}>
      <section
        data-theme={theme}
        {...rest}
        style={ownStyle}
        ref={ref}
        className={slotClass('root', classNames, className)}
      />
    </RootFrameContext.Provider>
  )
})
