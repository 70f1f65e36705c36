import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { rolldown } from 'rolldown'
import { browserBundle } from '../browser-bundle.ts'
import { compileStyles } from '../build-css.ts'
import { findChromium } from '../find-chromium.ts'
import type { Job } from './ui-page.bench.tsx'

/*
 * Processor time in Chromium, beside a component of another house with the same number of rows. Production builds of
 * both on one page, the same answers from memory, a new page for each measurement, one contender after the other in
 * every round, so that a machine whose speed drifts slows all of them. Nothing is asserted: read the ratios.
 */

const rounds = 9
const packageRoot = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-ui-'))

await build()
const server = createServer((request, response) => {
  const name = basename(request.url ?? '/')
  response.setHeader('Content-Type', name.endsWith('.js') ? 'text/javascript' : 'text/html')
  response.end(readFileSync(join(folder, name.endsWith('.js') ? name : 'index.html')))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  await compareMounts(browser)
  for (const rows of [25, 100]) await typeInto(browser, rows)
} finally {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true })
}

async function build(): Promise<void> {
  const bundle = await rolldown({
    ...browserBundle,
    input: fileURLToPath(new URL('ui-page.bench.tsx', import.meta.url)),
  })
  await bundle.write({ dir: folder, format: 'es', minify: true, entryFileNames: 'page.js' })
  const theirs = readFileSync(
    join(packageRoot, 'node_modules/@zuplo/react-api-key-manager/dist/index.css'),
    'utf8',
  )
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><style>${theirs}\n${compileStyles()}</style><body><script type="module" src="/page.js"></script>`,
  )
}

interface Task {
  job: Job
  /**
   * How often the tab has mounted it already: 0 is what a visitor waits for who comes straight to the page, more what
   * one waits for who comes back to it in an app.
   */
  timesBefore: number
}

interface Mounted {
  /** Of the page's main thread, in milliseconds. */
  taskMs: number
  scriptMs: number
  /** Style and layout. */
  layoutMs: number
  elements: number
}

async function compareMounts(browser: Browser): Promise<void> {
  const theirs: Job = { contender: 'theirs', rows: 100, total: 100 }
  const ours: Job = { contender: 'ours', rows: 100, total: 100 }
  const jobs: Record<string, Task> = {
    theirs: { job: theirs, timesBefore: 0 },
    'ours, 100 rows': { job: ours, timesBefore: 0 },
    'theirs, again': { job: theirs, timesBefore: 2 },
    'ours, 100 rows, again': { job: ours, timesBefore: 2 },
    'ours, 25 rows of 100': { job: { ...ours, rows: 25 }, timesBefore: 0 },
    'ours, 25 rows of 10,000': { job: { ...ours, rows: 25, total: 10_000 }, timesBefore: 0 },
  }
  const measured = Object.fromEntries(Object.keys(jobs).map((name): [string, Mounted[]] => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, task] of Object.entries(jobs)) {
      const mounted = await measureMount(browser, task)
      // The first fills the browser's own caches.
      if (round > 0) measured[name]?.push(mounted)
    }
  }
  const middle = (name: string, field: keyof Mounted) =>
    median((measured[name] ?? []).map((each) => each[field]))
  console.log(`mounting, the middle of ${rounds}: processor time (of it script; style and layout), elements`)
  for (const name of Object.keys(jobs)) {
    const parts = `${ms(middle(name, 'scriptMs'))}; ${ms(middle(name, 'layoutMs'))}`
    console.log(
      `${name.padEnd(26)} ${ms(middle(name, 'taskMs'))} (${parts})  ${middle(name, 'elements')} elements`,
    )
  }
  const toTheirs = (again: string) =>
    middle(`ours, 100 rows${again}`, 'taskMs') / middle(`theirs${again}`, 'taskMs')
  ratio('100 rows, first time in a tab, ours to theirs', toTheirs(''), 0.7)
  ratio('100 rows, again in the same tab, ours to theirs', toTheirs(', again'), 0.7)
  const [large, small] = ['ours, 25 rows of 10,000', 'ours, 25 rows of 100'] as const
  ratio('an account of 10,000 to one of 100', middle(large, 'taskMs') / middle(small, 'taskMs'), 1.1)
}

async function measureMount(browser: Browser, { job, timesBefore }: Task): Promise<Mounted> {
  const { page, session } = await openPage(browser, job)
  for (let time = 0; time < timesBefore; time += 1) {
    await mount(page, job)
    await page.evaluate('bench.unmount()')
  }
  await session.send('HeapProfiler.collectGarbage')
  const before = await readMetrics(session)
  const { elements } = await mount(page, job)
  const after = await readMetrics(session)
  await page.context().close()
  const spent = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000
  return {
    elements,
    taskMs: spent('TaskDuration'),
    scriptMs: spent('ScriptDuration'),
    layoutMs: spent('LayoutDuration') + spent('RecalcStyleDuration'),
  }
}

/** From a key press in the search to the next paint, with a processor four times slower. */
async function typeInto(browser: Browser, rows: number): Promise<void> {
  const job: Job = { contender: 'ours', rows, total: rows }
  const { page, session } = await openPage(browser, job)
  await mount(page, job)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.getByRole('searchbox').focus()
  for (const letter of 'service-00service') {
    // Not through the locator, which would look for its element by role among all others each time.
    await page.keyboard.press(letter)
    await page.waitForTimeout(120)
  }
  const durations: number[] = await page.evaluate('bench.eventMs')
  await page.context().close()
  const worst = Math.max(...durations)
  console.log(`\nkey press to paint in the search, ${rows} rows, processor throttled four times`)
  console.log(
    `worst of ${durations.length} events ${ms(worst)}, the middle ${ms(median(durations))} (to be under 100 ms)`,
  )
}

async function openPage(browser: Browser, job: Job): Promise<{ page: Page; session: CDPSession }> {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' })
  await page.evaluate(`bench.prepare(${JSON.stringify(job)})`)
  const session = await context.newCDPSession(page)
  // The thread's own time: what other programs take of the machine is no part of it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, session }
}

async function mount(page: Page, job: Job): Promise<{ elements: number }> {
  return page.evaluate(`bench.mount(${JSON.stringify(job)})`)
}

async function readMetrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

function ratio(name: string, value: number, most: number): void {
  console.log(`${name}: ${value.toFixed(2)} (to be at most ${most})`)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}
