import * as v from 'valibot'
import { parseCidr } from './cidr.js'

export const cidrSchema = v.pipe(
  v.string(),
  v.check(
    (text) => parseCidr(text) !== null,
    'Write an address such as 203.0.113.7 or a range such as 203.0.113.0/24.',
  ),
)
