/** What is fetched when the first dialog is near: one file, because whoever is about to open one may open any. */
export { ManagerBulkDialog } from './manager-bulk-dialog.js'
export { ManagerDialogs } from './manager-dialogs.js'
