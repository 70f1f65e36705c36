import type { TokenService } from '../../core/machine-tokens.js'

/** Where everything is, as paths on the issuer's origin. */
export interface OAuthPaths {
  token: string
  introspect: string
  revoke: string
  metadata: string
  keySet: string
}

/** Of an issuer with a path, the document lies beside it, not below it (RFC 8414 §3.1). */
export function toPaths(issuer: string, basePath: string): OAuthPaths {
  const root = new URL(issuer).pathname.replace(/\/$/, '')
  return {
    token: `${root}${basePath}/token`,
    introspect: `${root}${basePath}/introspect`,
    revoke: `${root}${basePath}/revoke`,
    metadata: `/.well-known/oauth-authorization-server${root}`,
    keySet: `${root}/.well-known/jwks.json`,
  }
}

/** RFC 8414 §2. */
export function serverMetadata(
  { issuer, scopes }: Pick<TokenService, 'issuer' | 'scopes'>,
  paths: OAuthPaths,
): Record<string, string | readonly string[]> {
  const at = (path: string) => new URL(path, issuer).href
  const methods = ['client_secret_basic', 'client_secret_post']
  return {
    issuer,
    token_endpoint: at(paths.token),
    jwks_uri: at(paths.keySet),
    introspection_endpoint: at(paths.introspect),
    revocation_endpoint: at(paths.revoke),
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: methods,
    introspection_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
    // Required, although there is no authorization endpoint to answer anything.
    response_types_supported: [],
    ...(scopes.length > 0 && { scopes_supported: scopes }),
  }
}
