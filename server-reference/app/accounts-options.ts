import type { BetterAuthOptions } from 'better-auth'
import { credentialLimits } from './credential-limits.ts'
import type { AppDatabase } from './database.ts'
import { environment } from './environment.ts'
import { requireShortPerson } from './require-short-person.ts'

/** How people sign up, in and out. @param database where they are kept */
export function accountsOptions({ db, type }: Pick<AppDatabase, 'db' | 'type'>) {
  return {
    baseURL: environment.origin,
    basePath: '/api/auth',
    // Nobody asks for these options where Clerk signs people in, and a secret is there where it does not.
    secret: environment.authSecret ?? '',
    trustedOrigins: environment.allowedOrigins,
    database: {
      db,
      type,
      // A sign-up reads, hashes the password for a tenth of a second, then writes. As one transaction it would
      // fail on SQLite whenever anything else wrote to the file meanwhile (SQLITE_BUSY_SNAPSHOT).
      transaction: false,
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: credentialLimits.password.min,
      maxPasswordLength: credentialLimits.password.max,
    },
    databaseHooks: {
      user: { create: { before: requireShortPerson }, update: { before: requireShortPerson } },
    },
    advanced: {
      // A session and its person in one question: each waits for the network once.
      database: { joins: true },
      useSecureCookies: environment.origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    // Enough for somebody who mistypes, too little for somebody who guesses.
    rateLimit: {
      enabled: true,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-up/email': { window: 60, max: 20 },
      },
    },
    // A build has no tables to find fault with.
    logger: { disabled: environment.isBuilding },
    telemetry: { enabled: false },
  } satisfies BetterAuthOptions
}
