import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { Me } from '@obmen/service/api-contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { meQuery, patchMe } from '../../api/me.js'
import { fieldErrors } from '../../api/request/problem.js'
import { useFailureText } from '../../components/layout/failure-text.js'
import { Section } from '../../components/layout/section.js'
import { useLeaveGuard } from '../../hooks/use-leave-guard.js'
import { useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import { texts } from './texts.js'

export function ProfileForm({ me }: { me: Me }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useForm({ initialValues: { name: me.name } })
  useLeaveGuard(form.isDirty())

  const submit = form.onSubmit(async ({ name }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const saved = await patchMe({ name: name.trim() })
      queryClient.setQueryData(meQuery.queryKey, saved)
      form.resetDirty({ name })
      notifications.show({ message: t.saved, closeButtonProps: { 'aria-label': t.close } })
    } catch (error) {
      const atFields = fieldErrors(error, ['name'])
      form.setErrors(atFields)
      if (atFields.name === undefined) setFailure(failureText(error))
    } finally {
      setBusy(false)
    }
  })

  return (
    <Section title={t.profile}>
      <form onSubmit={submit} noValidate className={classes.fields}>
        <TextInput label={t.email} value={me.email} readOnly />
        <TextInput
          label={t.name}
          description={t.nameHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <div>
          <Text size="sm" fw={500}>
            {t.roles}
          </Text>
          <ul className={classes.roles}>
            {me.roles.map(({ role, locationId, locationName }) => (
              <li key={role + locationId}>
                {t.roleIn[role]}
                {locationName !== null && `, ${locationName}`}
              </li>
            ))}
          </ul>
        </div>
        {failure !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {failure}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t.saveProfile}
          </Button>
        </Group>
      </form>
    </Section>
  )
}
