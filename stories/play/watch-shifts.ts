/** Where each row of a table is, from its headings on: top and height in CSS pixels. */
export function placesOf(table: Element | null): { top: number; height: number }[] {
  const rows = table?.querySelectorAll('tr') ?? []
  return Array.from(rows, (row) => {
    const { top, height } = row.getBoundingClientRect()
    return { top, height }
  })
}

interface LayoutShift extends PerformanceEntry {
  sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

/** Watches what moves by itself from now on, as Chromium counts it. The answer tells which elements did. */
export function watchShifts(): () => string[] {
  const seen: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => void seen.push(...list.getEntries()))
  observer.observe({ type: 'layout-shift' })
  return () => {
    seen.push(...observer.takeRecords())
    observer.disconnect()
    // `observe` above asked for these and for nothing else.
    return (seen as LayoutShift[]).flatMap(({ sources }) =>
      sources.map(({ node, previousRect, currentRect }) => {
        const name = node instanceof Element ? node.className : String(node?.textContent)
        return `${name}: ${describe(previousRect)} became ${describe(currentRect)}`
      }),
    )
  }
}

const describe = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].join(' ')
