/**
 * Settles when nothing fades in or moves any more: axe, which looks next, would find too little contrast in what is
 * still fading in. What goes on for long, such as a skeleton's shimmer or a new row's tint, is not waited for.
 */
export async function untilStill(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) <= 1_000)
  await Promise.allSettled(passing.map(({ finished }) => finished))
}
