// What nobody needs to see a list, in one file to fetch: see `late-acts`.

// A `createFetchClient` fetches this as well: it comes with what asks for it.
export { laterOperations } from '../client/later.js'
export { copyText } from './copy-text.js'
export { createKey } from './create-key.js'
export { findPastedKey } from './find-pasted-key.js'
export { performAct } from './perform-act.js'
export { revokeKey } from './revoke-key.js'
export { rotateKey } from './rotate-key.js'
export { runBulk } from './run-bulk.js'
export { updateKey } from './update-key.js'
