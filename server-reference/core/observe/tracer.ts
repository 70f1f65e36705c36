import type { ErrorListener } from '../latchkey-options.js'

/** As far as a tracer is needed here: one of `@opentelemetry/api` fits as it is. */
export interface Tracer {
  startActiveSpan<T>(name: string, run: (span: Span) => T): T
}

export interface Span {
  setAttribute(name: string, value: string): unknown
  end(): void
}

/**
 * Runs the work once, inside a span that ends with it and says how it came out. Without a tracer it only runs; a tracer
 * that throws is reported, and changes neither the outcome nor how often the work is done.
 */
export function inSpan<T>(
  { tracer, report }: { tracer: Tracer | undefined; report: ErrorListener },
  name: string,
  work: () => Promise<T>,
  describe: (outcome: T) => Record<string, string>,
): Promise<T> {
  if (!tracer) return work()
  let running: Promise<T> | undefined
  try {
    const answer: unknown = tracer.startActiveSpan(name, (span) => {
      running ??= runInside(span)
      return running
    })
    // What the work did wrong is in `running`; a copy of it that nobody waits for would end the process.
    if (answer instanceof Promise) answer.catch(ignore)
  } catch (error) {
    report(error, { during: 'trace' })
  }
  running ??= work()
  return running

  async function runInside(span: Span): Promise<T> {
    try {
      const outcome = await work()
      tell(() => {
        for (const [attribute, value] of Object.entries(describe(outcome)))
          span.setAttribute(attribute, value)
      })
      return outcome
    } finally {
      tell(() => span.end())
    }
  }

  function tell(write: () => unknown): void {
    try {
      write()
    } catch (error) {
      report(error, { during: 'trace' })
    }
  }
}

function ignore(): void {}
