/** What nobody needs to see the keys, in one file to fetch: see `late-parts`. */

export { OrderMenu } from '../parts/order-menu.js'
export { RowMenu } from '../parts/row-menu.js'
export { StatusMenu } from '../parts/status-menu.js'
export { actOnRow } from './act-on-row.js'
export { SelectionBar } from './selection-bar.js'
export { WhoseKey } from './whose-key.js'
