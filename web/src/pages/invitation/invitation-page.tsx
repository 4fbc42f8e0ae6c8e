import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery, useMe } from '../../api/people/me.js'
import { acceptInvitation, openInvitationQuery } from '../../api/people/people.js'
import { isCodeNeeded } from '../../api/people/second-factor.js'
import { isStatus } from '../../api/request/problem.js'
import { GuestFrame } from '../../components/layout/guest-frame.js'
import { FormFailure, Loaded, useFailureText } from '../../components/layout/loaded.js'
import { CodeField } from '../../components/people/code-field.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/invitation/$secret')

/** The page of an invitation's link: who invites to what, and the choice of a password. */
export function InvitationPage() {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const { secret } = route.useParams()
  const query = useQuery(openInvitationQuery(secret))
  const { data: me } = useMe()
  const used = isStatus(query.error, 404, 409, 410, 422)
  const { data } = query
  const text =
    data &&
    [
      t.invited[data.role](data.email, data.locationName ?? ''),
      data.companyNames && t.companies(data.companyNames.join(', ')),
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <GuestFrame title={t.title} text={used ? failureText(query.error) : text}>
      <div data-body>
        {used ? (
          <Button component={Link} to="/sign-in" variant="default" fullWidth>
            {t.toSignIn}
          </Button>
        ) : (
          <Loaded query={query}>
            {({ email }) =>
              me?.email === email ? (
                <AcceptSignedIn secret={secret} email={email} />
              ) : (
                <AcceptForm secret={secret} email={email} />
              )
            }
          </Loaded>
        )}
      </div>
    </GuestFrame>
  )
}

function AcceptForm({ secret, email }: { secret: string; email: string }) {
  const t = useTexts(texts)
  const accept = useAccept(secret)
  const [asksCode, setAsksCode] = useState(false)
  const form = useForm({
    initialValues: { name: '', password: '', code: '' },
    validate: {
      name: value => (value.trim() === '' ? t.nameNeeded : null),
      password: value => (value === '' ? t.passwordNeeded : null),
      code: value => (asksCode && value.trim() === '' ? t.codeNeeded : null),
    },
  })

  const { submit, busy, failure } = useSubmit(form, ({ name, password, code }) =>
    accept({ name: name.trim(), password, ...(asksCode && { code }) }).catch(error => {
      if (asksCode || !isCodeNeeded(error)) throw error
      setAsksCode(true)
    }),
  )

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormFailure text={failure} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextInput
          label={t.name}
          description={t.nameHelp}
          autoComplete="name"
          required
          autoFocus
          {...form.getInputProps('name')}
        />
        <PasswordInput
          label={t.password}
          description={t.passwordHelp}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t.showCharacters, tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        {asksCode && <CodeField field={form.getInputProps('code')} />}
        <Button type="submit" loading={busy} fullWidth>
          {t.accept}
        </Button>
      </Stack>
    </form>
  )
}

function AcceptSignedIn({ secret, email }: { secret: string; email: string }) {
  const t = useTexts(texts)
  const accept = useAccept(secret)
  const { submit, busy, failure } = useSubmit(useForm({ initialValues: {} }), () => accept({}))

  return (
    <Stack>
      <FormFailure text={failure} />
      <Text>{t.signedIn(email)}</Text>
      <Button loading={busy} fullWidth onClick={() => submit()}>
        {t.accept}
      </Button>
    </Stack>
  )
}

function useAccept(
  secret: string,
): (account: { name?: string; password?: string; code?: string }) => Promise<void> {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async account => {
    const me = await acceptInvitation(secret, account)
    queryClient.clear()
    queryClient.setQueryData(meQuery.queryKey, me)
    await navigate({ to: '/' })
  }
}
