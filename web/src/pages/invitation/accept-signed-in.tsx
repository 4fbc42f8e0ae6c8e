import { Alert, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useFailureText } from '../../components/layout/failure-text.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'
import { useAccept } from './use-accept.js'

/** For a person who is signed in to the invited account. */
export function AcceptSignedIn({ secret, email }: { secret: string; email: string }) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const accept = useAccept(secret)
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function submit() {
    setBusy(true)
    setFailure(undefined)
    try {
      await accept({})
    } catch (error) {
      setFailure(failureText(error))
      setBusy(false)
    }
  }

  return (
    <Stack>
      {failure !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {failure}
        </Alert>
      )}
      <Text>{t.signedIn(email)}</Text>
      <Button loading={busy} fullWidth onClick={() => void submit()}>
        {t.accept}
      </Button>
    </Stack>
  )
}
