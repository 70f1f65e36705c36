import type { CreateLink, ScopeCatalogue } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import type { SlotClassNames } from './slot-class.js'

export interface LinkNoticeProps {
  link: CreateLink
  catalogue: ScopeCatalogue | null
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** That not the person but a link filled in the form, and what of it was left out. */
export function LinkNotice({ link, catalogue, strings, classNames }: LinkNoticeProps) {
  const known = new Set(catalogue?.scopes.map(({ name }) => name))
  const unknown = catalogue === null ? [] : (link.scopes ?? []).filter((scope) => !known.has(scope))
  return (
    <Notice tone="warning" classNames={classNames} className={ownClass('formError', classNames)}>
      {strings.create.linked}
      {unknown.length === 0 ? null : (
        <>
          {' '}
          <Phrase text={strings.create.linkedUnknown} values={{ scopes: unknown.slice(0, 10).join(', ') }} />
        </>
      )}
    </Notice>
  )
}
