/**
 * For every write: nothing is kept after it is over, nothing is repeated without a person, and nothing waits for
 * the network (ui.md §3.4 b and f). `throwOnError` is said because a host's defaults could say otherwise.
 */
export const mutationPolicy = {
  gcTime: 0,
  retry: false,
  networkMode: 'always',
  throwOnError: false,
} as const
