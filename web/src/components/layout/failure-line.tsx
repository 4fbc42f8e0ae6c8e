import { Alert, Button } from '@mantine/core'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { useFailureText } from './failure-text.js'

interface Props {
  /** What did not load. */
  title: string
  error: Error | null
  retry: () => void
}

/** A part of a page did not load, while the rest of it stands: what, why, a button to try again. */
export function FailureLine({ title, error, retry }: Props) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  return (
    <Alert color="yellow" role="alert" mb="md" title={title}>
      {failureText(error)}{' '}
      <Button size="compact-sm" variant="default" onClick={retry}>
        {t.retry}
      </Button>
    </Alert>
  )
}
