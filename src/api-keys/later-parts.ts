/** What nobody needs to see the keys, in one file to fetch: see `late-parts`. */

export { Menu } from '../parts/menu.js'
export { RowMenu } from '../parts/row-menu.js'
export { actOnRow } from './act-on-row.js'
export { SelectionBar } from './selection-bar.js'
export { WhoseKey } from './whose-key.js'
