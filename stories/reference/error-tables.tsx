import { errors } from 'latchkey/contract'
import { Table } from '../guides/table.tsx'
import { withCode } from '../guides/with-code.tsx'
import { anchorOf, knownErrors } from './known-errors.ts'

/** Every message of ours, each with an anchor. */
export function KnownErrors() {
  return (
    <>
      {knownErrors.map(({ title, errors: all }) => (
        <section key={title}>
          <h2>{title}</h2>
          {all.map(({ says, why, mend }) => (
            <section key={says} id={anchorOf(says)}>
              <h3 style={{ fontSize: 16, overflowWrap: 'anywhere' }}>Latchkey: {says}.</h3>
              <p>
                {withCode(why)} <strong>{withCode(mend)}</strong>
              </p>
            </section>
          ))}
        </section>
      ))}
    </>
  )
}

/** The contract's own table. */
export function ErrorCodes() {
  const rows = Object.entries(errors).map(
    ([code, { status, title, detail }]) => `\`${code}\` | ${status} | ${title} | ${detail}`,
  )
  return <Table head="Code | Status | Title | What a stranger is told" rows={rows} />
}
