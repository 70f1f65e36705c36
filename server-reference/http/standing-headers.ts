/** What every answer here carries: nobody stores it, nobody guesses its type, and it can be asked about. */
export function standingHeaders(requestId: string | undefined): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(requestId !== undefined && { 'X-Request-Id': requestId }),
  }
}
