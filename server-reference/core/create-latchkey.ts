import { createAnnouncer } from './events/create-announcer.js'
import { createSweep } from './events/create-sweep.js'
import { createExpiryGatherer } from './gathering/create-expiry-gatherer.js'
import { createFlusher } from './gathering/create-flusher.js'
import { createNetworkGatherer } from './gathering/create-network-gatherer.js'
import { createRefusalGatherer } from './gathering/create-refusal-gatherer.js'
import { createUsageGatherer } from './gathering/create-usage-gatherer.js'
import { guardSession } from './guard-session.js'
import { createDigester } from './keys/create-digester.js'
import { createRehasher } from './keys/create-rehasher.js'
import { parsePeppers } from './keys/parse-peppers.js'
import { webCryptoHmacSha256, webCryptoSha256 } from './keys/web-crypto-digests.js'
import type { Latchkey } from './latchkey.js'
import type { LatchkeyOptions } from './latchkey-options.js'
import { createConsumers } from './management/create-consumers.js'
import { createImporter } from './management/create-importer.js'
import { createInFlight } from './management/create-in-flight.js'
import { createLeakReporter } from './management/create-leak-reporter.js'
import { createManagement } from './management/create-management.js'
import { createRevoker } from './management/create-revoker.js'
import { createClockWatch } from './observe/create-clock-watch.js'
import { createMeter } from './observe/create-meter.js'
import { observeHealth } from './observe/observe-health.js'
import { observeVerifier } from './observe/observe-verifier.js'
import { resolveOptions } from './resolve-options.js'
import { createImportedKeys } from './verification/create-imported-keys.js'
import { createKeyMemory } from './verification/create-key-memory.js'
import { createVerifier } from './verification/create-verifier.js'
import { withinDeadline } from './within-deadline.js'

/** Time for the last write, for the limiter and for the store, each, when the process stops, in milliseconds. */
const closeTimeoutMs = 5_000

/** Puts the parts together. Throws where an option would make keys unsafe or unusable. */
export function createLatchkey(options: LatchkeyOptions): Latchkey {
  const meter = createMeter()
  const settings = resolveOptions(options, meter.failed)
  const { store, storeTimeoutMs, report } = settings
  const {
    sha256 = webCryptoSha256,
    hmacSha256 = webCryptoHmacSha256,
    random = (bytes) => void crypto.getRandomValues(bytes),
  } = options

  const digester = createDigester({
    sha256,
    hmacSha256,
    peppers: parsePeppers(options.peppers ?? []),
    onMissingPepper: (pepperId) =>
      report(new Error(`Latchkey: a key was made with the pepper "${pepperId}", which is gone.`), {
        during: 'verify',
      }),
  })
  const announcer = createAnnouncer(options.onEvent, report)
  const lookAtClock = createClockWatch(settings)
  const flusher = createFlusher({ ...settings, lookAtClock }, () => ({
    usage,
    refusals,
    expiries,
    networks,
    announcer,
  }))
  const usage = createUsageGatherer(flusher.notify, flusher.flush)
  const refusals = createRefusalGatherer(flusher.notify)
  const expiries = createExpiryGatherer(flusher.notify)
  const networks = announcer.isHeard ? createNetworkGatherer(flusher.notify) : null

  const revokeKeys = createRevoker(settings, announcer, { digester, sha256 })
  const watch = { meter: options.metrics ? meter : null, tracer: options.tracer }
  const keys = createKeyMemory(store, settings.maxKeysInMemory)
  const { tokens = null } = options
  const verify = observeVerifier(
    createVerifier({
      settings,
      keys,
      imported: createImportedKeys(settings, { digester, sha256 }),
      digester,
      rehasher: createRehasher(settings, digester),
      usage,
      refusals,
      expiries,
      networks,
      tokens,
    }),
    { ...watch, onDecision: options.onDecision, report, acceptApiKeyHeader: settings.acceptApiKeyHeader },
  )

  return {
    realm: settings.realm,
    acceptsApiKeyHeader: settings.acceptApiKeyHeader,
    session: guardSession(settings.session, storeTimeoutMs, report),
    management: createManagement(
      {
        settings,
        digester,
        random,
        sha256,
        inFlight: createInFlight(),
        announceChange: announcer.announceChange,
        ask: (work) => withinDeadline(storeTimeoutMs, work),
        change: (work) => withinDeadline(store.changeTimeoutMs ?? storeTimeoutMs, work),
      },
      watch,
    ),
    verify,
    tokens: tokens?.serve({ settings, keys, verify, random }),
    consumers: createConsumers(settings, announcer, revokeKeys),
    revokeKeys,
    importKey: createImporter(settings, announcer, { digester, random }),
    reportLeak: createLeakReporter(settings, announcer, { digester, sha256, revokeKeys }),
    sweep: createSweep(settings, announcer),
    health: () => observeHealth(store, settings.limits.limiter, storeTimeoutMs),
    measure: () => ({ ...meter.read(), usage: usage.state(), events: announcer.counts() }),
    flush: flusher.flush,
    async close() {
      flusher.stop()
      try {
        await withinDeadline(closeTimeoutMs, () => flusher.flush())
      } finally {
        try {
          await withinDeadline(closeTimeoutMs, () => settings.limits.limiter.close?.())
        } finally {
          await withinDeadline(closeTimeoutMs, () => store.close())
        }
      }
    },
  }
}
