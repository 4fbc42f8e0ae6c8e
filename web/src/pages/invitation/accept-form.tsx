import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'
import { useAccept } from './use-accept.js'

export function AcceptForm({ secret, email }: { secret: string; email: string }) {
  const t = useTexts(texts)
  const accept = useAccept(secret)
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: value => (value.trim() === '' ? t.nameNeeded : null),
      password: value => (value === '' ? t.passwordNeeded : null),
    },
  })

  const { submit, busy, failure } = useSubmit(form, ({ name, password }) =>
    accept({ name: name.trim(), password }),
  )

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {failure !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {failure}
          </Alert>
        )}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextInput
          label={t.name}
          description={t.nameHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="name"
          required
          autoFocus
          {...form.getInputProps('name')}
        />
        <PasswordInput
          label={t.password}
          description={t.passwordHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t.showCharacters, tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={busy} fullWidth>
          {t.accept}
        </Button>
      </Stack>
    </form>
  )
}
