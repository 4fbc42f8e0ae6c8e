import { Alert, Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'
import { useAccept } from './use-accept.js'

/** For a person who is signed in to the invited account. */
export function AcceptSignedIn({ secret, email }: { secret: string; email: string }) {
  const t = useTexts(texts)
  const accept = useAccept(secret)
  const { submit, busy, failure } = useSubmit(useForm({ initialValues: {} }), () => accept({}))

  return (
    <Stack>
      {failure !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {failure}
        </Alert>
      )}
      <Text>{t.signedIn(email)}</Text>
      <Button loading={busy} fullWidth onClick={() => submit()}>
        {t.accept}
      </Button>
    </Stack>
  )
}
