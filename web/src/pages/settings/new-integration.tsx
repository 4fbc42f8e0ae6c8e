import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { settingsProblems } from '@obmen/contract/settings'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createIntegration, keptPasswordQuery } from '../../api/integrations.js'
import { keepShownOnce } from '../../api/request/shown-once.js'
import { FormModal, FormModalBody } from '../../components/forms/form-modal.js'
import { exampleSettings } from '../../components/integration-settings/settings-document.js'
import { SettingsEditor } from '../../components/integration-settings/settings-editor.js'
import { MatchingCount } from '../../components/integration-settings/settings-reading.js'
import { texts as settingsTexts } from '../../components/integration-settings/texts.js'
import { useConfirmedJump } from '../../components/integration-settings/use-confirmed-jump.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { CompanySelect } from './company-select.js'
import classes from './new-integration.module.css'
import { texts } from './texts.js'

const MAX_NAME = 200
const CLASSES = ['CommerceML']

interface Props {
  opened: boolean
  onClose: () => void
}

/** The window «Новая интеграция». */
export function NewIntegration({ opened, onClose }: Props) {
  const t = useTexts(texts).create
  return (
    <FormModal opened={opened} onClose={onClose} title={t.title} wide>
      <NewIntegrationForm onCancel={onClose} />
    </FormModal>
  )
}

function NewIntegrationForm({ onCancel }: { onCancel: () => void }) {
  const t = useTexts(texts).create
  const { exampleMethod } = useTexts(settingsTexts)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const confirmedJump = useConfirmedJump()
  const form = useForm({
    initialValues: { name: '', settings: exampleSettings(exampleMethod), companyId: '' },
    validate: {
      name: value => {
        const { length } = value.trim()
        if (length === 0) return t.nameNeeded
        return length > MAX_NAME ? t.nameTooLong(MAX_NAME, length) : null
      },
      companyId: value => (value === '' ? t.companyNeeded : null),
      settings: value => (settingsProblems(value).length > 0 ? t.settingsNeeded : null),
    },
  })

  // What the person has entered, not the only company there is.
  const [preselected, setPreselected] = useState('')

  const sending = useSubmit(form, async ({ name, settings, companyId }) => {
    const created = await confirmedJump(confirm =>
      createIntegration({ class: 'CommerceML', name: name.trim(), settings, companyId, confirm }),
    )
    if (!created) return
    keepShownOnce(queryClient, keptPasswordQuery(created.id), created)
    await queryClient.invalidateQueries({ queryKey: ['integrations'], exact: true })
    const params = { integrationId: created.id }
    await navigate({ to: '/integrations/$integrationId', params, ignoreBlocker: true })
  })

  return (
    <FormModalBody
      changed={form.isDirty('name') || form.isDirty('settings') || form.values.companyId !== preselected}
      sending={sending}
      onCancel={onCancel}
      action={t.save}
      beside={
        <MatchingCount settings={form.values.settings} companyId={form.values.companyId || undefined} />
      }
    >
      <div className={classes.fields}>
        <NativeSelect
          label={t.class}
          labelProps={{ mod: 'marked' }}
          data={CLASSES}
          defaultValue={CLASSES[0]}
          required
        />
        <TextInput
          label={t.name}
          labelProps={{ mod: 'marked' }}
          placeholder={t.namePlaceholder}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <CompanySelect
          value={form.values.companyId}
          onChange={companyId => form.setFieldValue('companyId', companyId)}
          onPreselect={companyId => {
            setPreselected(companyId)
            form.setFieldValue('companyId', companyId)
          }}
          error={form.errors.companyId}
        />
      </div>
      <SettingsEditor
        value={form.values.settings}
        onChange={settings => form.setFieldValue('settings', settings)}
        error={typeof form.errors.settings === 'string' ? form.errors.settings : undefined}
      />
    </FormModalBody>
  )
}
