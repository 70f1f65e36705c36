import * as v from 'valibot'
import { parseInstant, toInstant } from './instant.js'

/** An RFC 3339 date-time in any offset; its output is the UTC spelling. */
export const instantSchema = v.pipe(
  v.string(),
  v.check(
    (text) => parseInstant(text) !== null,
    'Write an RFC 3339 date and time, such as 2027-01-31T00:00:00Z.',
  ),
  v.transform((text) => toInstant(parseInstant(text) ?? Number.NaN)),
)
