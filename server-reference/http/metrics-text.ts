import type { Health } from '../core/health.js'
import type { Measurements } from '../core/latchkey.js'

/** Prometheus' text format, version 0.0.4. Labels come from fixed lists: no key, consumer or address is ever one. */
export function metricsText(measured: Measurements, health: Health): string {
  const { verifications, passedEarly, durations, management, errors, usage, events } = measured
  return [
    ...family(
      'latchkey_verifications_total',
      'counter',
      'Requests by what their key was answered, each once.',
    ),
    ...Array.from(verifications, ([code, count]) => sample('latchkey_verifications_total', { code }, count)),
    ...family(
      'latchkey_passed_early_total',
      'counter',
      'Requests that passed the early look of a proxy. Each is verified again.',
    ),
    sample('latchkey_passed_early_total', {}, passedEarly),
    ...family('latchkey_verification_duration_seconds', 'histogram', 'Time that a verification took.'),
    ...durations.buckets.map(({ upToMs, count }) =>
      sample('latchkey_verification_duration_seconds_bucket', { le: String(upToMs / 1000) }, count),
    ),
    sample('latchkey_verification_duration_seconds_bucket', { le: '+Inf' }, durations.count),
    sample('latchkey_verification_duration_seconds_sum', {}, durations.sumMs / 1000),
    sample('latchkey_verification_duration_seconds_count', {}, durations.count),
    ...family('latchkey_management_total', 'counter', 'Calls of management operations, by outcome.'),
    ...Array.from(management, ([subject, count]) => {
      const [operation = '', code = ''] = subject.split(' ')
      return sample('latchkey_management_total', { operation, code }, count)
    }),
    ...family('latchkey_errors_total', 'counter', 'Failures behind refusals or in the background.'),
    sample('latchkey_errors_total', {}, errors),
    ...family('latchkey_usage_waiting', 'gauge', 'Keys whose usage waits to be written.'),
    sample('latchkey_usage_waiting', {}, usage.waiting),
    ...family('latchkey_usage_dropped_total', 'counter', 'Requests that were not counted for want of room.'),
    sample('latchkey_usage_dropped_total', {}, usage.dropped),
    ...family('latchkey_events_total', 'counter', 'Events for the hook, by what became of them.'),
    ...Object.entries(events).map(([outcome, count]) => sample('latchkey_events_total', { outcome }, count)),
    ...family('latchkey_store_up', 'gauge', 'Whether the store answers.'),
    sample('latchkey_store_up', {}, health.store === 'ok' ? 1 : 0),
    ...family(
      'latchkey_limits_degraded',
      'gauge',
      'Whether rate limits are not shared: counted by each process, or refused.',
    ),
    sample('latchkey_limits_degraded', {}, health.limits === 'ok' ? 0 : 1),
    '',
  ].join('\n')
}

function family(name: string, type: 'counter' | 'gauge' | 'histogram', help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function sample(name: string, labels: Record<string, string>, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text.replace(/[\\"\n]/g, '_')}"`)
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}
