/** Scrolls no further than needed. Nothing happens where there is nothing, or in a page that nobody draws. */
export function bringIntoView(element: Element | null): void {
  element?.scrollIntoView?.({ block: 'nearest' })
}
