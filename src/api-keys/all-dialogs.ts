/** What is fetched when the first dialog is near: one file, because whoever is about to open one may open any. */

export { KeyDialogs } from './key-dialogs.js'
export { WholeBulkDialog } from './whole-bulk-dialog.js'
