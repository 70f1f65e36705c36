/**
 * HT-21, for the app whose sessions Clerk keeps: what the build says in `next.config.ts`, which cannot import this file,
 * and Clerk's host.
 *
 * @param frontendApi Clerk's host. null: there is none, and this is what the build says
 */
export function contentSecurityPolicy(frontendApi: string | null): string {
  const clerk = frontendApi === null ? '' : ` https://${frontendApi}`
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${clerk}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    // Clerk's script counts the minute in a worker that it makes itself.
    ...(clerk ? [`connect-src 'self'${clerk}`, "worker-src 'self' blob:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
