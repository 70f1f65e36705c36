/** As the browser believes. Ask before anything is sent: what goes offline later may have left by then. */
export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false
}
