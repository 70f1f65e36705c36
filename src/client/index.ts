export type { ApiKeyClient, CallOptions, ListKeys, WriteOptions } from './api-key-client.js'
export { createFetchClient, type FetchClientOptions } from './create-fetch-client.js'
export { type ClientErrorCode, LatchkeyError } from './latchkey-error.js'
export { toLatchkeyError } from './to-latchkey-error.js'
