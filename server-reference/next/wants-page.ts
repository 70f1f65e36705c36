/**
 * Whether a person's browser asks for a page, which can be led to the sign-in; a program must be told 401.
 *
 * @param pathname without the app's base path
 */
export function wantsPage(request: Request, pathname: string): boolean {
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const isApi = pathname === '/api' || pathname.startsWith('/api/')
  return isReading && !isApi && (request.headers.get('Accept') ?? '').includes('text/html')
}
