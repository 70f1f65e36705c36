/**
 * Settles when nothing fades or moves any more: axe, which looks next, would find too little contrast in what is
 * still fading in. What never ends, such as a skeleton's shimmer, is not waited for.
 */
export async function untilStill(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(passing.map(({ finished }) => finished))
}
