import type { ScopeCatalogue } from '../contract/index.js'

/** From this many scopes on, looking for one is quicker than reading them all. */
export const searchFrom = 9

/** The scopes whose name, sentence or heading holds every word that was typed, in any order. */
export function matchScopes(catalogue: ScopeCatalogue, search: string): ScopeCatalogue {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return catalogue
  const scopes = catalogue.scopes.filter(({ name, description, group = '' }) => {
    const text = `${name} ${description} ${group}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return { ...catalogue, scopes }
}
