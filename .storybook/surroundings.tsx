import type { ReactNode } from 'react'

/** Something of the host's before and after a story that can be tabbed to. */
export function Surroundings({ children }: { children: ReactNode }) {
  return (
    <>
      <p>
        <a href="#before">A link before it</a>
      </p>
      {children}
      <p>
        <button type="button">A button after it</button>
      </p>
    </>
  )
}
