import { betterAuth } from 'better-auth'
import { accountsOptions } from './accounts-options.ts'
import { database } from './database.ts'

/** People: sign-up, sign-in and sign-out by e-mail and password, in the same database as the keys. */
export const accounts = betterAuth(accountsOptions(database()))
