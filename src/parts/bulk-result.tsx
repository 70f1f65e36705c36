import { useEffect, useRef } from 'react'
import type { BulkChoice } from '../locales/list-strings.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import type { BulkRun } from './bulk-run.js'
import { Button } from './button.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { errorText } from './error-text.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import type { Announce } from './secret-view.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface BulkResultProps {
  choice: BulkChoice
  keys: readonly { id: string; name: string }[]
  run: BulkRun
  onClose(): void
  /** Absent: the summary is a live region of its own. */
  announce?: Announce | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** How it went: "9 revoked, 1 failed", by name for those that failed, with the way to try them again. */
export function BulkResult({ choice, keys, run, onClose, announce, strings, classNames }: BulkResultProps) {
  const first = useRef<HTMLButtonElement>(null)
  const { isPending, progress, results, failedIds } = run
  // The button that had the focus is gone; the one that is there now has it.
  useEffect(() => {
    first.current?.focus()
  }, [])
  // So will this one be, as soon as it is pressed.
  const retry = () => {
    run.retryFailed()
    first.current?.focus()
  }
  const done = results.filter(({ ok }) => ok).length
  const hasFailed = !isPending && failedIds.length > 0
  const summary = isPending
    ? strings.bulk.running[choice](progress.done, progress.total)
    : hasFailed
      ? strings.bulk.partial[choice](done, failedIds.length)
      : strings.bulk.done[choice](done)
  const quarter = isPending ? Math.floor((4 * progress.done) / Math.max(1, progress.total)) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each quarter and the end are news, not each key
  useEffect(() => {
    announce?.(summary, hasFailed ? 'assertive' : 'polite')
  }, [quarter])
  return (
    <>
      <DialogBody classNames={classNames}>
        <Notice
          tone={isPending ? 'neutral' : hasFailed ? 'danger' : 'success'}
          role={announce ? undefined : hasFailed ? 'alert' : 'status'}
          className={ownClass('bulkSummary', classNames)}
          classNames={classNames}
        >
          {summary}
        </Notice>
        {hasFailed ? (
          <ul className={slotClass('bulkFailures', classNames)}>
            {failedIds.map((id) => {
              const result = results.find((each) => each.id === id)
              return (
                <li key={id} className={ownClass('bulkItem', classNames)}>
                  <bdi className={ownClass('bulkName', classNames)}>
                    {keys.find((key) => key.id === id)?.name ?? id}
                  </bdi>
                  <span className={ownClass('bulkWhy', classNames)}>
                    {result && !result.ok ? errorText({ code: result.code }, strings) : strings.bulk.skipped}
                  </span>
                </li>
              )
            })}
          </ul>
        ) : null}
      </DialogBody>
      <DialogFooter classNames={classNames}>
        {!isPending && run.retryableIds.length > 0 ? (
          <Button onClick={retry}>{strings.bulk.retry}</Button>
        ) : null}
        <Button
          ref={first}
          variant={isPending ? 'outline' : 'primary'}
          onClick={isPending ? run.stop : onClose}
        >
          {isPending ? strings.bulk.stop : strings.secret.done}
        </Button>
      </DialogFooter>
    </>
  )
}
