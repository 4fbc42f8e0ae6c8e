import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isElsewhere, meQuery, signIn, useMe } from '../../api/people/me.js'
import { isCodeNeeded } from '../../api/people/second-factor.js'
import { finishSignIn } from '../../api/request/sign-in-again.js'
import { useFailureText } from '../../components/layout/loaded.js'
import { CodeField } from '../../components/people/code-field.js'
import { mayLeave } from '../../hooks/use-leave-guard.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

export default function SignInAgainWindow({ opened }: { opened: boolean }) {
  const t = useTexts(texts)
  const { data: me } = useMe()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const failureText = useFailureText()
  /** The question stands in the window's place. */
  const [asking, setAsking] = useState(false)
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '', code: '' } })
  const [asksCode, setAsksCode] = useState(false)

  const { submit, busy } = useSubmit(form, async ({ password, code }) => {
    if (!me) return
    try {
      const again = await signIn({ email: me.email, password, ...(asksCode && { code }) })
      // What waits for the sign-in belongs to the location of the page.
      if (isElsewhere(me, again)) return window.location.reload()
      queryClient.setQueryData(meQuery.queryKey, again)
      form.reset()
      setAsksCode(false)
      finishSignIn(true)
    } catch (error) {
      if (!asksCode && isCodeNeeded(error)) return setAsksCode(true)
      form.setErrors({ [asksCode ? 'code' : 'password']: failureText(error) })
    }
  })

  async function leave() {
    setAsking(true)
    const leaves = await mayLeave()
    setAsking(false)
    if (!leaves) return
    finishSignIn(false)
    queryClient.setQueryData(meQuery.queryKey, null)
    await navigate({ to: '/sign-in', search: {}, ignoreBlocker: true })
  }

  return (
    <Modal
      opened={opened && !asking}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t.again.title}
      size="sm"
      zIndex={400}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text c="dimmed">{t.again.text}</Text>
          <Text fw={500}>{me?.email}</Text>
          <PasswordInput
            label={t.again.password}
            autoComplete="current-password"
            data-autofocus
            required
            visibilityToggleButtonProps={{ 'aria-label': t.showCharacters, tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          {asksCode && <CodeField field={form.getInputProps('code')} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void leave()}>
              {t.again.leave}
            </Button>
            <Button type="submit" loading={busy}>
              {t.again.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
