/**
 * Calls `late` once `timeoutMs` have passed without the returned function being called. Of what has arrived by then the
 * process hears first: a process that was busy itself finds its timers due before it reads its sockets, and would blame a
 * store that answered in time.
 */
export function startDeadline(timeoutMs: number, late: () => void): () => void {
  let timer = setTimeout(() => {
    timer = setTimeout(late)
  }, timeoutMs)
  return () => clearTimeout(timer)
}
