'use client'

import { forwardRef, useMemo } from 'react'
import { CreateButton as Button, type CreateButtonProps as ButtonProps } from '../parts/create-button.js'
import { mergeRefs } from '../parts/merge-refs.js'
import { isShutOut } from './is-shut-out.js'
import { useManagerScope } from './manager-context.js'
import { useCreate } from './use-create.js'

export type CreateButtonProps = Omit<ButtonProps, 'reason' | 'classNames'>

/**
 * Opens the form for a new key. It says why where nobody can create now; it is not there where nobody ever could, or
 * where the list itself offers the first key.
 */
export const CreateButton = forwardRef<HTMLButtonElement, CreateButtonProps>(function CreateButton(
  { onClick, children, ...rest },
  forwardedRef,
) {
  const { manager, isLive, look, createButton } = useManagerScope()
  const { reason, open } = useCreate()
  const ref = useMemo(() => mergeRefs(createButton, forwardedRef), [createButton, forwardedRef])
  const { view, actions } = manager
  if (view === 'empty' || isShutOut(manager) || actions.create.reason === 'unsupported') return null
  return (
    <Button
      aria-disabled={isLive ? undefined : true}
      {...rest}
      reason={reason}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) open()
      }}
      classNames={look.classNames}
      ref={ref}
    >
      {children ?? look.strings.createKey}
    </Button>
  )
})
