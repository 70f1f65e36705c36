import { describe } from 'vitest'
import { describeActivity } from './conformance/activity.conformance.js'
import { describeConcurrency } from './conformance/concurrency.conformance.js'
import { describeExpiry } from './conformance/expiry.conformance.js'
import { describeIdempotency } from './conformance/idempotency.conformance.js'
import { describeInsertion } from './conformance/insertion.conformance.js'
import { describeListing } from './conformance/listing.conformance.js'
import { describeNotices } from './conformance/notices.conformance.js'
import { describePaging } from './conformance/paging.conformance.js'
import { describeReading } from './conformance/reading.conformance.js'
import { describeRevocation } from './conformance/revocation.conformance.js'
import { describeRotation } from './conformance/rotation.conformance.js'
import { describeSearch } from './conformance/search.conformance.js'
import { describeUpdate } from './conformance/update.conformance.js'
import { describeUsage } from './conformance/usage.conformance.js'
import type { OpenStore } from './conformance/with-store.conformance.js'

/**
 * What every store promises. Call it once for each, from a test file.
 *
 * @param open gives an empty store, each time another one
 */
export function describeStore(name: string, open: OpenStore): void {
  describe(`${name} store`, () => {
    describeReading(open)
    describeInsertion(open)
    describeIdempotency(open)
    describeUpdate(open)
    describeRotation(open)
    describeRevocation(open)
    describeListing(open)
    describeSearch(open)
    describePaging(open)
    describeActivity(open)
    describeUsage(open)
    describeExpiry(open)
    describeNotices(open)
    describeConcurrency(open)
  })
}
