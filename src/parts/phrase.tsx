import { Fragment, type ReactNode, useContext } from 'react'
import { ownClass } from './own-class.js'
import { RootFrameContext } from './root-frame.js'

export interface PhraseProps {
  /** Text with names in braces, e.g. `Revoke “{name}”?`. */
  text: string
  values: Readonly<Record<string, ReactNode>>
}

/**
 * Fills a template. Each value is isolated with `<bdi>`: a key's name in another script must not turn the
 * sentence around it.
 */
export function Phrase({ text, values }: PhraseProps) {
  const { look } = useContext(RootFrameContext)
  const pieces = text.split(/\{(\w+)\}/)
  return pieces.map((piece, index) => {
    const position = `${index}`
    return index % 2 === 0 ? (
      <Fragment key={position}>{piece}</Fragment>
    ) : (
      <bdi key={position} className={ownClass('strong', look)}>
        {values[piece]}
      </bdi>
    )
  })
}
