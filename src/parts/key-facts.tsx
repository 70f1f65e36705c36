import type { ReactNode } from 'react'
import { useCopy } from '../hooks/use-copy.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { Icon } from './icon.js'
import type { KeyView } from './key-view.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface KeyFactsProps {
  view: KeyView
  /** Fields that the backend's keys do not have, of which nothing is said. @default none */
  lacks?: readonly string[] | undefined
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** A key's fields, in words. What is empty says what that means. */
export function KeyFacts({ view, lacks, strings, format, classNames }: KeyFactsProps) {
  const { status, copy } = useCopy()
  const words = strings.details
  const facts: Fact[] = [
    [
      words.id,
      <span key="id" className={ownClass('factCode', classNames)}>
        <bdi dir="ltr" translate="no">
          {view.id}
        </bdi>
        <Button
          variant="ghost"
          size="icon"
          aria-label={status === 'copied' ? strings.announce.copied : strings.menu.copyId}
          title={strings.menu.copyId}
          onClick={() => void copy(view.id)}
        >
          <Icon name={status === 'copied' ? 'check' : 'copy'} />
        </Button>
      </span>,
    ],
    [
      strings.note.label,
      view.description === null ? words.noDescription : <bdi key="description">{view.description}</bdi>,
      'description',
    ],
    [
      strings.columns.scopes,
      view.scopes.length === 0 ? (
        strings.scopes.none
      ) : (
        <Chips key="scopes" items={view.scopes} classNames={classNames} />
      ),
      'scopes',
    ],
    [
      strings.ranges.label,
      view.ipAllowlist.length === 0 ? (
        words.anyAddress
      ) : (
        <Chips key="ranges" items={view.ipAllowlist} classNames={classNames} />
      ),
      'ipAllowlist',
    ],
    [strings.create.environmentLabel, strings.create.environment[view.environment], 'environment'],
    [
      words.created,
      <>
        {format.dateTime(view.createdAt)}
        {view.createdBy ? (
          <>
            {' '}
            <Phrase text={strings.activity.by} values={{ name: view.createdBy.name ?? view.createdBy.id }} />
          </>
        ) : null}
      </>,
    ],
    [words.updated, format.dateTime(view.updatedAt), 'updatedAt'],
    [
      strings.columns.lastUsed,
      view.lastUsedAt === null ? strings.lastUsed.never : format.dateTime(view.lastUsedAt),
    ],
    [
      strings.columns.expires,
      view.expiresAt === null ? strings.expires.never : format.dateTime(view.expiresAt),
    ],
    [
      words.rateLimit,
      view.rateLimit === null
        ? words.usualRateLimit
        : words.rateLimitOf(view.rateLimit.limit, format.seconds(view.rateLimit.windowSeconds * 1000)),
      view.rateLimit === null && lacks?.includes('usualRateLimit') ? 'usualRateLimit' : 'rateLimit',
    ],
    ...(view.disabledAt === null
      ? []
      : [[words.disabled, format.dateTime(view.disabledAt), 'disabledAt'] satisfies Fact]),
    ...(view.revokedAt === null
      ? []
      : [[words.revoked, format.dateTime(view.revokedAt)] satisfies [string, ReactNode]]),
    ...(view.revokedReason === null
      ? []
      : [[words.revokedReason, <bdi key="reason">{view.revokedReason}</bdi>] satisfies [string, ReactNode]]),
  ]
  return (
    <dl aria-label={words.facts} className={slotClass('facts', classNames)}>
      {facts.map(([label, value, field]) =>
        field && lacks?.includes(field) ? null : (
          <div key={label} className={ownClass('fact', classNames)}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

type Fact = [label: string, value: ReactNode, field?: keyof KeyView | 'usualRateLimit']

interface ChipsProps {
  items: readonly string[]
  classNames: SlotClassNames | undefined
}

function Chips({ items, classNames }: ChipsProps) {
  return (
    <span className={ownClass('chips', classNames)}>
      {items.map((item) => (
        <bdi key={item} dir="ltr" translate="no" className={slotClass('chip', classNames)}>
          {item}
        </bdi>
      ))}
    </span>
  )
}
