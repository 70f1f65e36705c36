interface Looks {
  appearance?: object | undefined
}

/** The props that make a component as dense as the toolbar says; none where it leaves that to the story. */
export function dense(density: unknown, { appearance }: Looks): Looks {
  return density === 'comfortable' || density === 'compact' ? { appearance: { ...appearance, density } } : {}
}
