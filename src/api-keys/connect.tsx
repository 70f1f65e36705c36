'use client'

import {
  type ComponentType,
  type ForwardedRef,
  forwardRef,
  type PropsWithoutRef,
  type RefAttributes,
} from 'react'
import { type ManagerScope, useManagerScope } from './manager-context.js'

/**
 * A part that finds some of its props in the `Root` around it, and takes the others, and its ref, from whoever
 * renders it.
 *
 * @param name for React's error stacks and developer tools
 * @param give what it finds
 */
export function connect<E, P extends object, K extends keyof P>(
  name: string,
  Part: ComponentType<PropsWithoutRef<P> & RefAttributes<E>>,
  give: (scope: ManagerScope) => Pick<P, K>,
) {
  function Connected(own: PropsWithoutRef<Omit<P, K>>, ref: ForwardedRef<E>) {
    // What `Omit` leaves out, `give` gives: together they are P, which TypeScript cannot tell of a type it does not know.
    const props = { ...own, ...give(useManagerScope()), ref } as PropsWithoutRef<P> & RefAttributes<E>
    return <Part {...props} />
  }
  Connected.displayName = name
  return forwardRef<E, Omit<P, K>>(Connected)
}
