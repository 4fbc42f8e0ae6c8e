import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { EVENT_TYPES, type EventType } from '@obmen/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createWebhook } from '../../../api/webhooks.js'
import { FormModalBody, ShownOnce } from '../../../components/forms/form-modal.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-webhooks.js'

export function WebhookForm() {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const [secret, setSecret] = useState<string>()
  const form = useForm<{ url: string; description: string; types: EventType[] }>({
    initialValues: { url: '', description: '', types: [] },
    validate: { url: value => (value.trim() === '' ? t.form.urlNeeded : null) },
  })

  const sending = useSubmit(form, async ({ types, ...fields }) => {
    const made = await createWebhook({ ...fields, types: types.length === 0 ? ['*'] : types })
    setSecret(made.secret)
    await queryClient.invalidateQueries({ queryKey: ['webhooks'] })
  })

  if (secret !== undefined)
    return (
      <ShownOnce
        title={t.form.made}
        text={t.form.once}
        label={t.form.secret}
        value={secret}
        done={t.form.done}
      />
    )
  return (
    <FormModalBody changed={form.isDirty()} sending={sending} action={t.form.create}>
      <TextInput
        label={t.form.url}
        placeholder={t.form.urlPlaceholder}
        type="url"
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('url')}
      />
      <TextInput label={t.form.description} autoComplete="off" {...form.getInputProps('description')} />
      <Checkbox.Group label={t.form.types} description={t.form.typesHelp} {...form.getInputProps('types')}>
        {EVENT_TYPES.filter(type => type !== 'test').map(type => (
          <Checkbox
            key={type}
            value={type}
            mt={10}
            label={t.types[type]}
            description={<span className="mono">{type}</span>}
          />
        ))}
      </Checkbox.Group>
    </FormModalBody>
  )
}
