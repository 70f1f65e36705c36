import type { ScopeCatalogue } from '../contract/index.js'

export type PermissionMode = 'full' | 'read' | 'restricted'

/** The presets that the server knows, and picking one's own, which always works. */
export function permissionModes(catalogue: ScopeCatalogue): PermissionMode[] {
  const known = (['full', 'read'] as const).filter((mode) =>
    catalogue.presets.some((preset) => preset.name === mode),
  )
  return [...known, 'restricted']
}

/** The least that is of use: reading, where the server has such a preset. */
export function defaultPermissionMode(catalogue: ScopeCatalogue): PermissionMode {
  return permissionModes(catalogue).includes('read') ? 'read' : 'restricted'
}

/** The scopes that a choice grants, in the order of the catalogue. */
export function resolveScopes(
  mode: PermissionMode,
  picked: ReadonlySet<string>,
  catalogue: ScopeCatalogue,
): string[] {
  if (mode !== 'restricted') return catalogue.presets.find((preset) => preset.name === mode)?.scopes ?? []
  return catalogue.scopes.map((scope) => scope.name).filter((name) => picked.has(name))
}

/** Scopes under their headings: the group's name, or what stands before the colon. */
export function groupScopes(
  catalogue: ScopeCatalogue,
): [heading: string, scopes: ScopeCatalogue['scopes']][] {
  const groups = new Map<string, ScopeCatalogue['scopes']>()
  for (const scope of catalogue.scopes) {
    const heading = scope.group ?? scope.name.split(':')[0] ?? scope.name
    groups.set(heading, [...(groups.get(heading) ?? []), scope])
  }
  return [...groups]
}
