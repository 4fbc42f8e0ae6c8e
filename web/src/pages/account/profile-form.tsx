import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { Me } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { meQuery, patchMe } from '../../api/people/me.js'
import { Section } from '../../components/layout/section.js'
import { useLeaveGuard } from '../../hooks/use-leave-guard.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import { texts } from './texts.js'

export function ProfileForm({ me }: { me: Me }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const form = useForm({ initialValues: { name: me.name } })
  useLeaveGuard(form.isDirty())

  const { submit, busy, failure } = useSubmit(form, async ({ name }) => {
    const saved = await patchMe({ name: name.trim() })
    queryClient.setQueryData(meQuery.queryKey, saved)
    form.resetDirty({ name })
    notifications.show({ message: t.saved, closeButtonProps: { 'aria-label': t.close } })
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
