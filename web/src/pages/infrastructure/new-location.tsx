import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { CreatedLocation } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createLocation } from '../../api/system.js'
import { FormModal, FormModalBody, ShownOnce } from '../../components/forms/form-modal.js'
import { TimeZoneSelect } from '../../components/forms/time-zone-select.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** Creates a location and shows the link for its administrator, once. */
export default function NewLocation({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts).locations.form
  return (
    <FormModal opened={opened} onClose={onClose} title={t.title}>
      <LocationForm />
    </FormModal>
  )
}

function LocationForm() {
  const t = useTexts(texts).locations.form
  const queryClient = useQueryClient()
  const [made, setMade] = useState<CreatedLocation>()
  const form = useForm({
    initialValues: {
      name: '',
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      adminEmail: '',
    },
    validate: {
      name: value => (value.trim() === '' ? t.nameNeeded : null),
      timezone: value => (value === '' ? t.timezoneNeeded : null),
      adminEmail: value => (value.trim() === '' ? t.emailNeeded : null),
    },
  })

  const sending = useSubmit(form, async ({ name, timezone, adminEmail }) => {
    const input = { name: name.trim(), timezone, adminEmail: adminEmail.trim() }
    setMade(await createLocation(input))
    await queryClient.invalidateQueries({ queryKey: ['system'] })
  })

  if (made !== undefined)
    return (
      <ShownOnce
        title={t.made(form.values.name.trim())}
        text={`${made.mailed ? `${t.mailed(form.values.adminEmail.trim())} ` : ''}${t.once(form.values.adminEmail.trim())}`}
        label={t.link}
        value={made.invitationUrl}
        done={t.done}
      />
    )
  return (
    <FormModalBody changed={form.isDirty()} sending={sending} action={t.create}>
      <TextInput
        label={t.name}
        placeholder={t.namePlaceholder}
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TimeZoneSelect
        label={t.timezone}
        description={t.timezoneHelp}
        placeholder={t.timezonePlaceholder}
        value={form.values.timezone}
        onChange={picked => {
          form.setFieldValue('timezone', picked)
          form.clearFieldError('timezone')
        }}
        error={form.errors.timezone}
      />
      <TextInput
        label={t.email}
        description={t.emailHelp}
        type="email"
        autoComplete="off"
        required
        {...form.getInputProps('adminEmail')}
      />
    </FormModalBody>
  )
}
