import type { KnownError } from '../known-errors.ts'

export const pageErrors = [
  {
    says: 'a part of ApiKeys is outside of <ApiKeys.Root>',
    why: 'Parts find keys, words and the voice in the root around them. In two copies of the package, a part does not find the root of the other copy.',
    mend: 'Put `<ApiKeys.Root>` around it, as far out as you like. If there is one, `npm ls latchkey` must show a single copy.',
  },
  {
    says: 'your strings lack …',
    why: 'A warning in development: a catalogue of yours has not every text, for example after an upgrade. People read English there.',
    mend: "Spread a whole catalogue into yours, `{ ...en, title: 'Keys' }`, or add the texts that are named.",
  },
  {
    says: '… is …',
    why: 'A warning in development: `locale` or `timeZone` is none that `Intl` knows. Another one is used.',
    mend: 'Pass a BCP 47 tag such as `en-US`, or an IANA name such as `Europe/Berlin`.',
  },
  {
    says: 'this browser is offline, so nothing was sent',
    why: 'Code `offline`. The browser says that there is no network. Writes do not wait for it: a revocation must not happen behind somebody’s back.',
    mend: 'Nothing; the component says so, and offers it again. In a test, look at `navigator.onLine` and at `onlineManager` of TanStack Query.',
  },
  {
    says: 'the code for this could not be fetched, so nothing was sent',
    why: 'Code `not_loaded`. Dialogs arrive in files of their own, and one did not: often a page that was open while a new version was deployed.',
    mend: 'Reload the page. Keep the files of the previous deployment for a while, and let a CDN serve them.',
  },
  {
    says: 'somebody revoked this key meanwhile',
    why: 'Code `key_revoked`. A change was refused because the key had ended before.',
    mend: 'Nothing; the list is read again.',
  },
  {
    says: 'this backend has no "…" operation',
    why: 'Code `method_not_allowed`. A hook was asked for something that your `client` does not implement.',
    mend: 'Add the method to the client, or look at `actions.<name>.reason` before you offer it: it is `unsupported`.',
  },
  {
    says: 'read the key first, or say which version you saw',
    why: 'Code `version_required`. `updateApiKey` was called for a key that is on no page and in no cache, so nobody knows what would be overwritten.',
    mend: 'Pass `version`, or read the key with `client.get` first.',
  },
  {
    says: 'the host called this off, so nothing was sent',
    why: 'Code `declined`. `askFirst` got no from your function, or your function failed; `cause` holds its error. Or the component left the page before a create or a rotation could be sent, whose secret nobody would have seen.',
    mend: 'Nothing, if it was meant. Otherwise look at `cause`.',
  },
  {
    says: 'the server answered … (…).…',
    why: 'A refusal. The code in brackets is one of those above, and `requestId` finds the line in the server’s log.',
    mend: 'Look up the code. With 404 and a hint, `baseUrl` is not where the handler is: try `<baseUrl>/capabilities` in the browser.',
  },
  {
    says: "the server's answer does not follow the contract.… Is baseUrl the address of the handler?",
    why: 'Code `unknown`. An answer with a good status is not what the operation answers: a page of HTML by a catch-all route, or a backend of your own with a field that is missing. The field is named.',
    mend: 'Open `<baseUrl>/capabilities`. Compare your server with the HTTP reference.',
  },
  {
    says: 'no answer came',
    why: 'Code `unreachable`. The browser could not reach the server, or CORS kept the answer from the page. It may have been done.',
    mend: 'Look at the network panel. On another origin, the server has to allow yours, with credentials.',
  },
  {
    says: 'the request was called off',
    why: 'Code `aborted`. The signal that was passed was aborted, for example because somebody gave up waiting for a new key. It may have been done.',
    mend: 'Look at the list before you ask again. The same input again makes no second key.',
  },
  {
    says: 'no answer within … ms',
    why: 'Code `timeout` on the page (15 s unless `timeoutMs` says otherwise); on the server a store, limiter or sign-in that was late (500 ms unless `storeTimeoutMs` says otherwise), answered with 503.',
    mend: 'Look at what was late. Raise the time only where slowness is usual and meant.',
  },
  {
    says: 'the client failed in a way that it did not explain',
    why: 'Code `unknown`. A `client` of yours rejected with something that is no `LatchkeyError`. It is not kept: it could hold a secret.',
    mend: 'Reject with `new LatchkeyError(code, message)`; the code chooses the words.',
  },
] as const satisfies readonly KnownError[]
