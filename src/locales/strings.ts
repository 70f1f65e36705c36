import type { DialogStrings } from './dialog-strings.js'
import type { ListStrings } from './list-strings.js'

/**
 * Every word the component shows or announces. Values in braces are filled by the part that shows the text;
 * functions receive what they need and choose their own plural forms.
 */
export interface LatchkeyStrings extends ListStrings, DialogStrings {}

/** What there is before the first dialog: of the dialogs' words only those that the host gave. */
export type StringsAtFirst = ListStrings & Partial<DialogStrings>
