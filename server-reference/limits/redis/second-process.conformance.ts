import { redisRateLimits } from './index.js'

/** The body of a process that a test starts: asks for one bucket as often as it is told, and says how often it passed. */
export interface Task {
  url: string
  prefix: string
  subject: string
  limit: number
  times: number
}

process.on('message', (task: Task) => {
  void perform(task).then((passed) => process.send?.({ passed }))
})

async function perform({ url, prefix, subject, limit, times }: Task): Promise<number> {
  const limiter = redisRateLimits({ url, prefix, strict: true, timeoutMs: 10_000 })
  const charge = { policy: 'key', subject, rate: { limit, windowSeconds: 86_400 }, now: Date.now() }
  const decisions = await Promise.all(Array.from({ length: times }, () => limiter.consume(charge)))
  await limiter.close?.()
  return decisions.filter(({ allowed }) => allowed).length
}
