export type {
  BetterAuthAnswer,
  BetterAuthApiKeys,
  BetterAuthCall,
  BetterAuthWithApiKeys,
} from './better-auth/better-auth-api-keys.js'
export { type BetterAuthKeysOptions, betterAuthKeys } from './better-auth/better-auth-keys.js'
