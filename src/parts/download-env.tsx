import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { envFile, envFileName } from './env-file.js'
import { Icon } from './icon.js'
import { saveFile } from './save-file.js'
import type { SecretView } from './secret-view.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface DownloadEnvProps {
  secret: SecretView
  /** @default 'API_KEY' */
  variable?: string | undefined
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Saves the key as a `.env` file. Whoever has the file has the key, so the step counts as saved. */
export function DownloadEnv({ secret, variable = 'API_KEY', strings, format, classNames }: DownloadEnvProps) {
  const save = () => {
    const text = secret.read()
    if (text === null || secret.key === null) return
    saveFile(
      envFileName(secret.key.name),
      envFile({ key: secret.key, secret: text, variable, strings, format }),
    )
    secret.acknowledge('download')
  }
  return (
    <Button onClick={save} className={slotClass('downloadButton', classNames)}>
      <Icon name="download" />
      {strings.snippet.download}
    </Button>
  )
}
