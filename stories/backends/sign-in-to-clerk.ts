import { Clerk } from '@clerk/clerk-js/no-rhc'

/**
 * Clerk's own client, signed in. The publishable key is that of a production instance at clerk.example.com, which only
 * says that no development browser has to be made up; whatever it asks goes to `proxyUrl`.
 */
export async function signInToClerk(proxyUrl: string): Promise<Clerk> {
  const clerk = new Clerk('pk_live_Y2xlcmsuZXhhbXBsZS5jb20k', { proxyUrl })
  await clerk.load({ standardBrowser: false, telemetry: false })
  return clerk
}
