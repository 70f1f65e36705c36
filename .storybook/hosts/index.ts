import bootstrap from 'bootstrap/dist/css/bootstrap-reboot.css?inline'
import layered from 'latchkey/styles.css?inline'
import unlayered from 'latchkey/styles.unlayered.css?inline'
import buttons from './buttons.css?inline'
import hostile from './hostile.css?inline'
import tailwind3 from './tailwind3-preflight.css?inline'
import tailwind4 from './tailwind4.css?inline'

/** Style sheets of applications, and both of ours, as text. */
export const sheets = { bootstrap, buttons, hostile, layered, tailwind3, tailwind4, unlayered } as const
