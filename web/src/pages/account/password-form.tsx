import { Alert, Button, Group, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { changePassword, useMe } from '../../api/people/me.js'
import { Section } from '../../components/layout/section.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import { texts } from './texts.js'

export function PasswordForm() {
  const t = useTexts(texts)
  const { data: me } = useMe()
  const form = useForm({
    initialValues: { current: '', next: '', repeat: '' },
    validate: {
      current: value => (value === '' ? t.currentNeeded : null),
      next: value => (value === '' ? t.nextNeeded : null),
      repeat: (value, { next }) => (value === next ? null : t.differs),
    },
  })

  const { submit, busy, failure } = useSubmit(form, async ({ current, next }) => {
    await changePassword(current, next)
    form.reset()
    notifications.show({ message: t.changed, closeButtonProps: { 'aria-label': t.close } })
  })

  const field = {
    required: true,
    visibilityToggleButtonProps: { 'aria-label': t.showCharacters, tabIndex: 0 },
  }
  return (
    <Section title={t.password} description={t.passwordText}>
      <form onSubmit={submit} noValidate className={classes.fields}>
        {/* Password managers want to know whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={me?.email ?? ''} readOnly />
        <PasswordInput
          label={t.current}
          autoComplete="current-password"
          {...field}
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t.next}
          description={t.nextHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          {...field}
          {...form.getInputProps('next')}
        />
        <PasswordInput
          label={t.repeat}
          autoComplete="new-password"
          {...field}
          {...form.getInputProps('repeat')}
        />
        {failure !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {failure}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={busy}>
            {t.change}
          </Button>
        </Group>
      </form>
    </Section>
  )
}
