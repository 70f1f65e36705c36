import { expect, waitFor } from 'storybook/test'

/** That an element lies within the part of its dialog that is scrolled to, so that a person sees it. */
export async function expectInSight(element: HTMLElement): Promise<void> {
  const body = element.closest('.lk-dialogBody')
  await expect(body?.scrollHeight).toBeGreaterThan(body?.clientHeight ?? 0)
  await waitFor(() => {
    const [seen, own] = [body?.getBoundingClientRect(), element.getBoundingClientRect()]
    expect(own.top).toBeGreaterThanOrEqual(seen?.top ?? 0)
    expect(own.bottom).toBeLessThanOrEqual(seen?.bottom ?? 0)
  })
}
