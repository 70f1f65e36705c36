import type { LatchkeyStrings } from '../locales/strings.js'
import { Phrase } from './phrase.js'
import type { SecretView } from './secret-view.js'

/** The heading and the sentence above a secret, by what became of it. */
export function secretTitle(secret: SecretView, strings: LatchkeyStrings) {
  const words = strings.secret
  if (secret.state.status === 'wiped') return { title: words.titleGone, description: undefined }
  if (secret.state.status === 'unknown') return { title: words.titleUnknown, description: undefined }
  return {
    title: secret.origin === 'rotate' ? words.titleRotated : words.titleCreated,
    description: <Phrase text={words.onlyOnce} values={{ name: secret.key?.name ?? '' }} />,
  }
}
