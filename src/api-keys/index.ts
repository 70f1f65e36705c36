export { Root } from './root.js'

// What goes inside, in any order and as much of it as a host wants:

export { BulkBar } from './bulk-bar.js'
export { CreateButton } from './create-button.js'
export { Description } from './description.js'
export { Dialogs } from './dialogs.js'
export { Footer } from './footer.js'
export { Header } from './header.js'
export { HygieneBanner } from './hygiene-banner.js'
export { List } from './list.js'
export { Notices } from './notices.js'
export { Pagination } from './pagination.js'
export { Search } from './search.js'
export { SortMenu } from './sort-menu.js'
export { StatusFilter } from './status-filter.js'
export { Title } from './title.js'
export { Toolbar } from './toolbar.js'
