/** As far as a tracer is needed here: one of `@opentelemetry/api` fits as it is. */
export interface Tracer {
  startActiveSpan<T>(name: string, run: (span: Span) => T): T
}

export interface Span {
  setAttribute(name: string, value: string): unknown
  end(): void
}

/** Runs the work inside a span that ends with it and says how it came out. Without a tracer it only runs. */
export function inSpan<T>(
  tracer: Tracer | undefined,
  name: string,
  work: () => Promise<T>,
  describe: (outcome: T) => Record<string, string>,
): Promise<T> {
  if (!tracer) return work()
  return tracer.startActiveSpan(name, async (span) => {
    try {
      const outcome = await work()
      for (const [attribute, value] of Object.entries(describe(outcome))) span.setAttribute(attribute, value)
      return outcome
    } finally {
      span.end()
    }
  })
}
