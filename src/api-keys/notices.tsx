'use client'

import { Button } from '../parts/button.js'
import { Notice } from '../parts/notice.js'
import { OfflineBanner } from '../parts/offline-banner.js'
import { ownClass } from '../parts/own-class.js'
import { useManagerScope } from './manager-context.js'

/** Why the keys below may be old, where they are: no network, or a server that no longer answers. */
export function Notices() {
  const { manager, look, format } = useManagerScope()
  const { view, isOffline, isError, isFetching, dataUpdatedAt, refetch } = manager
  const { strings, classNames } = look
  if (isOffline) return view === 'offline' ? null : <OfflineBanner {...look} />
  if (!isError || view === 'error') return null
  return (
    <Notice tone="warning" classNames={classNames}>
      <span className={ownClass('noticeWords', classNames)}>
        {strings.error.staleData(format.dateTime(dataUpdatedAt))}
      </span>
      <span className={ownClass('noticeActions', classNames)}>
        <Button loading={isFetching} onClick={refetch}>
          {strings.error.retry}
        </Button>
      </span>
    </Notice>
  )
}
