/** A shadow root keeps what leaves the component's place, because its styles end there; null: the page does. */
export function treeOf(root: HTMLElement | null): ShadowRoot | null {
  // Asked while rendering, on a server too, which has no `ShadowRoot`.
  const tree = root?.getRootNode()
  return tree && tree instanceof ShadowRoot ? tree : null
}
