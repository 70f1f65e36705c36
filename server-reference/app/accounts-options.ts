import type { DatabaseSync } from 'node:sqlite'
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect'
import type { BetterAuthOptions } from 'better-auth'
import { Kysely } from 'kysely'
import { environment } from './environment.ts'

/** How people sign up, in and out. @param connection what they are kept on */
export function accountsOptions(connection: DatabaseSync) {
  return {
    baseURL: environment.origin,
    basePath: '/api/auth',
    secret: environment.authSecret,
    trustedOrigins: environment.allowedOrigins,
    database: {
      db: new Kysely({ dialect: new NodeSqliteDialect({ database: connection }) }),
      type: 'sqlite',
      // A sign-up reads, hashes the password for a tenth of a second, then writes. As one transaction it would
      // fail whenever anything else wrote to the file meanwhile (SQLITE_BUSY_SNAPSHOT).
      transaction: false,
    },
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    advanced: {
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
