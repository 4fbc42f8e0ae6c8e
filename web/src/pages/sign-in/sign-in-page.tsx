import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { enterLocation } from '../../api/location.js'
import { meQuery, signIn } from '../../api/people/me.js'
import { GuestFrame } from '../../components/layout/guest-frame.js'
import { FormFailure } from '../../components/layout/loaded.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const t = useTexts(texts)
  const { next } = route.useSearch()
  const router = useRouter()
  const queryClient = useQueryClient()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: value => (value.trim() === '' ? t.emailNeeded : null),
      password: value => (value === '' ? t.passwordNeeded : null),
    },
  })

  const { submit, busy, failure } = useSubmit(form, async ({ email, password }) => {
    const me = await signIn(email.trim(), password)
    enterLocation(me)
    queryClient.clear()
    queryClient.setQueryData(meQuery.queryKey, me)
    // Only a path of this app: an address of another site in the link is ignored.
    router.history.push(
      next?.startsWith('/') && !next.startsWith('//') ? next : router.buildLocation({ to: '/' }).href,
    )
  })

  return (
    <GuestFrame title={t.title} text={t.text}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormFailure text={failure} />
          <TextInput
            label={t.email}
            type="email"
            autoComplete="username"
            required
            autoFocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t.password}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t.showCharacters, tabIndex: 0 }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={busy} fullWidth mt={4}>
            {t.submit}
          </Button>
          <Text size="sm" c="dimmed">
            {t.forgotten}
          </Text>
        </Stack>
      </form>
    </GuestFrame>
  )
}
