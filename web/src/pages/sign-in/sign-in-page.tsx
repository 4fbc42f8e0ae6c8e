import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery, signIn } from '../../api/people/me.js'
import { isCodeNeeded } from '../../api/people/second-factor.js'
import { enterLocation } from '../../api/request/location.js'
import { GuestFrame } from '../../components/layout/guest-frame.js'
import { FormFailure } from '../../components/layout/loaded.js'
import { CodeField } from '../../components/people/code-field.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const t = useTexts(texts)
  const { next } = route.useSearch()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [asksCode, setAsksCode] = useState(false)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '', code: '' },
    validate: {
      email: value => (value.trim() === '' ? t.emailNeeded : null),
      password: value => (value === '' ? t.passwordNeeded : null),
      code: value => (asksCode && value.trim() === '' ? t.codeNeeded : null),
    },
  })

  const { submit, busy, failure } = useSubmit(form, async ({ email, password, code }) => {
    const person = { email: email.trim(), password, ...(asksCode && { code }) }
    const me = await signIn(person).catch(error => {
      if (asksCode || !isCodeNeeded(error)) throw error
      setAsksCode(true)
    })
    if (!me) return
    enterLocation(me)
    queryClient.clear()
    queryClient.setQueryData(meQuery.queryKey, me)
    // Only a path of this app: an address of another site in the link is ignored.
    router.history.push(
      next?.startsWith('/') && !next.startsWith('//') ? next : router.buildLocation({ to: '/' }).href,
    )
  })

  return (
    <GuestFrame title={t.title} text={asksCode ? t.codeText : t.text}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormFailure text={failure} />
          {asksCode ? (
            <CodeField field={form.getInputProps('code')} />
          ) : (
            <>
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
            </>
          )}
          <Button type="submit" loading={busy} fullWidth mt={4}>
            {t.submit}
          </Button>
          {asksCode ? (
            <Button variant="subtle" color="gray" onClick={() => setAsksCode(false)}>
              {t.back}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              {t.forgotten}
            </Text>
          )}
        </Stack>
      </form>
    </GuestFrame>
  )
}
