export type { ClerkApiKeys, ClerkWithApiKeys } from './clerk/clerk-api-keys.js'
export { type ClerkKeysOptions, clerkKeys } from './clerk/clerk-keys.js'
