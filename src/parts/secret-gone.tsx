import { useEffect, useRef } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { Notice } from './notice.js'
import { Phrase } from './phrase.js'
import type { Announce, SecretView } from './secret-view.js'
import type { SlotClassNames } from './slot-class.js'

export interface SecretGoneProps {
  secret: SecretView
  announce?: Announce | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** In place of a secret: it was taken off the page, or nobody knows whether there is one. Says what to do now. */
export function SecretGone({ secret, announce, strings, classNames }: SecretGoneProps) {
  const done = useRef<HTMLButtonElement>(null)
  useEffect(() => done.current?.focus(), [])
  const name = secret.key?.name ?? secret.state.name ?? null
  const words = strings.secret
  const isGone = secret.state.status !== 'unknown'
  // The focus goes to a button that says nothing of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it happens
  useEffect(() => {
    if (isGone) announce?.(words.gone, 'polite')
    else
      announce?.(
        name === null ? words.unknown : words.unknownNamed.replace('{name}', () => name),
        'assertive',
      )
  }, [isGone])
  return (
    <>
      <DialogBody classNames={classNames}>
        <Notice tone="warning" classNames={classNames}>
          {isGone ? (
            words.gone
          ) : name === null ? (
            words.unknown
          ) : (
            <Phrase text={words.unknownNamed} values={{ name }} />
          )}
        </Notice>
      </DialogBody>
      <DialogFooter classNames={classNames}>
        <Button ref={done} variant="primary" onClick={secret.requestClose}>
          {words.done}
        </Button>
      </DialogFooter>
    </>
  )
}
