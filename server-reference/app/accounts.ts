import { betterAuth } from 'better-auth'
import { accountsOptions } from './accounts-options.ts'
import { database } from './database.ts'
import { environment } from './environment.ts'

/**
 * People: sign-up, sign-in and sign-out by e-mail and password, in the same database as the keys. null: Clerk does that.
 */
export const accounts = environment.clerk === null ? betterAuth(accountsOptions(database())) : null
