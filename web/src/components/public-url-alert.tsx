import { Alert } from '@mantine/core'
import { useTexts } from '../texts/language.js'
import { CopyButton } from './forms/copy.js'
import classes from './public-url-alert.module.css'
import { texts } from './texts.js'

const COMMAND = 'PUBLIC_URL=https://obmen.example.ru npx obmen serve'

/** Warns that the server does not know its address from outside, with the command that sets it. */
export function PublicUrlAlert() {
  const t = useTexts(texts).publicUrl
  return (
    <Alert color="yellow" variant="light" title={t.unset}>
      <p className={classes.text}>{t.unsetText}</p>
      <p className={classes.text}>{t.command}</p>
      <div className={classes.command}>
        <code className="mono">{COMMAND}</code>
        <CopyButton value={COMMAND} what={t.command.toLocaleLowerCase()} />
      </div>
    </Alert>
  )
}
