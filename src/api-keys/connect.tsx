'use client'

import {
  type ForwardedRef,
  type ForwardRefExoticComponent,
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
export function connect<E, P extends object, G extends Partial<P>>(
  name: string,
  // The part alone says what its props are: from what is found TypeScript would take those for all there are.
  Part: ForwardRefExoticComponent<P & RefAttributes<E>>,
  give: (scope: ManagerScope) => G,
) {
  function Connected(own: PropsWithoutRef<Omit<P, keyof G | 'ref'>>, ref: ForwardedRef<E>) {
    // What `Omit` leaves out, `give` gives: together they are P, which TypeScript cannot tell of a type it does not know.
    const props: unknown = { ...own, ...give(useManagerScope()), ref }
    return <Part {...(props as P & RefAttributes<E>)} />
  }
  Connected.displayName = name
  return forwardRef<E, Omit<P, keyof G | 'ref'>>(Connected)
}
