/** What a hung dependency was: too late. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded'
}

/** The work's own outcome, or a `DeadlineExceeded` after `timeoutMs`; what comes later is dropped. */
export async function withinDeadline<T>(timeoutMs: number, work: () => T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DeadlineExceeded(`Latchkey: no answer in ${timeoutMs} ms.`)),
      timeoutMs,
    )
  })
  try {
    return await Promise.race([deadline, work()])
  } finally {
    clearTimeout(timer)
  }
}
