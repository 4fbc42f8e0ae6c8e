import { Alert, Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMediaQuery } from '@mantine/hooks'
import { settingsProblems } from '@obmen/service/settings'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createIntegration, keepPassword } from '../../api/integrations.js'
import { fieldErrors } from '../../api/request/problem.js'
import { useConfirm } from '../../components/forms/confirm.js'
import { MatchingCount } from '../../components/integration-settings/matching-count.js'
import { exampleSettings } from '../../components/integration-settings/settings-document.js'
import { SettingsEditor } from '../../components/integration-settings/settings-editor.js'
import { texts as settingsTexts } from '../../components/integration-settings/texts.js'
import { useConfirmedJump } from '../../components/integration-settings/use-confirmed-jump.js'
import { useFailureText } from '../../components/layout/failure-text.js'
import { texts as commonTexts } from '../../components/texts.js'
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
  const t = useTexts(texts)
  const leave = useTexts(commonTexts).leave
  const confirm = useConfirm()
  const narrow = useMediaQuery('(max-width: 720px)') ?? false
  const [changed, setChanged] = useState(false)

  /** The cross and Escape ask before they throw away what was typed; «Отменить» says so itself. */
  async function dismiss() {
    const question = {
      title: leave.title,
      text: leave.text,
      action: leave.leave,
      cancel: leave.stay,
      danger: true,
    }
    if (!changed || (await confirm(question))) onClose()
  }

  return (
    <Modal
      opened={opened}
      onClose={() => void dismiss()}
      title={t.create.title}
      size={1080}
      fullScreen={narrow}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
      onExitTransitionEnd={() => setChanged(false)}
    >
      <NewIntegrationForm onCancel={onClose} onChanged={setChanged} />
    </Modal>
  )
}

function NewIntegrationForm({
  onCancel,
  onChanged,
}: {
  onCancel: () => void
  onChanged: (changed: boolean) => void
}) {
  const t = useTexts(texts).create
  const { exampleMethod } = useTexts(settingsTexts)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const confirmedJump = useConfirmedJump()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useForm({
    initialValues: { name: '', settings: exampleSettings(exampleMethod), companyId: '' },
    onValuesChange: (values, before) => values !== before && onChanged(true),
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

  const submit = form.onSubmit(async ({ name, settings, companyId }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const created = await confirmedJump(confirm =>
        createIntegration({ class: 'CommerceML', name: name.trim(), settings, companyId, confirm }),
      )
      if (!created) return setBusy(false)
      keepPassword(queryClient, created)
      await queryClient.invalidateQueries({ queryKey: ['integrations'], exact: true })
      await navigate({ to: '/integrations/$integrationId', params: { integrationId: created.id } })
    } catch (error) {
      const atFields = fieldErrors(error, ['name', 'settings', 'companyId'])
      form.setErrors(atFields)
      if (Object.keys(atFields).length === 0) setFailure(failureText(error))
      setBusy(false)
    }
  })

  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <NativeSelect label={t.class} data={CLASSES} defaultValue={CLASSES[0]} required />
        <TextInput
          label={t.name}
          placeholder={t.namePlaceholder}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <CompanySelect
          value={form.values.companyId}
          onChange={companyId => form.setFieldValue('companyId', companyId)}
          error={form.errors.companyId}
        />
      </div>
      <SettingsEditor
        value={form.values.settings}
        onChange={settings => form.setFieldValue('settings', settings)}
        error={typeof form.errors.settings === 'string' ? form.errors.settings : undefined}
      />
      {failure !== undefined && (
        <Alert color="red" variant="light" role="alert" mt="md">
          {failure}
        </Alert>
      )}
      <footer className={classes.footer}>
        <MatchingCount settings={form.values.settings} companyId={form.values.companyId || undefined} />
        <Group gap="sm" ml="auto">
          <Button variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {t.save}
          </Button>
        </Group>
      </footer>
    </form>
  )
}
