import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Integration } from '@obmen/contract/rest'
import { explainRules, readSettings, settingsProblems } from '@obmen/contract/settings'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { integrationQuery, integrationSaved, patchIntegration } from '../../../api/integrations.js'
import { isStatus } from '../../../api/request/problem.js'
import { request } from '../../../api/request/request.js'
import { write } from '../../../components/integration-settings/settings-document.js'
import { SettingsEditor } from '../../../components/integration-settings/settings-editor.js'
import { KeptPayments, MatchingCount } from '../../../components/integration-settings/settings-reading.js'
import { useConfirmedJump } from '../../../components/integration-settings/use-confirmed-jump.js'
import { FormFailure } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { useAction } from '../../../hooks/use-action.js'
import { useLeaveGuard } from '../../../hooks/use-leave-guard.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import classes from './rules.module.css'
import { texts } from './texts.js'

/** «Правила»: what the rules match, in a sentence, and the settings to change them. */
export default function RulesTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { settings, notes } = readSettings(integration.settings, language)
  return (
    <div className={classes.rules}>
      <Section title={t.now}>
        <Text>{explainRules(settings, language)}</Text>
        {notes.length > 0 && (
          <div className={classes.notes}>
            <strong>{t.notes}</strong>
            {notes.map(note => (
              <div key={note}>{note}</div>
            ))}
          </div>
        )}
      </Section>
      <Section title={t.title} description={t.text}>
        <RulesForm integration={integration} />
      </Section>
    </div>
  )
}

/** Name and settings, saved against the version that was read: a concurrent change is reported. */
function RulesForm({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const confirmedJump = useConfirmedJump()
  const { act, busy: settling } = useAction()
  const [conflict, setConflict] = useState(false)
  /** The version that the fields were filled from: live updates must not change it during an edit. */
  const version = useRef(integration.version)
  const form = useForm({
    initialValues: valuesOf(integration),
    validate: {
      name: value => (value.trim() === '' ? t.nameNeeded : null),
      settings: value => (settingsProblems(value).length > 0 ? t.settingsBroken : null),
    },
  })
  const changed = form.isDirty()
  const { id: integrationId, companyId } = integration
  const asked = { settings: form.values.settings, companyId, integrationId }
  useLeaveGuard(changed)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version moves only an unchanged form
  useEffect(() => {
    if (!changed) take(integration)
  }, [integration.version])

  function take(newest: Integration) {
    version.current = newest.version
    const values = valuesOf(newest)
    form.setInitialValues(values)
    form.setValues(values)
    form.resetDirty(values)
    setConflict(false)
    forgetFailure()
  }

  const { submit, busy, failure, forgetFailure } = useSubmit(form, async ({ name, settings }) => {
    try {
      const saved = await confirmedJump(confirm =>
        // What was not changed is not sent: after a conflict it stays as the other administrator left it.
        patchIntegration(integration.id, version.current, {
          ...(form.isDirty('name') && { name: name.trim() }),
          ...(form.isDirty('settings') && { settings }),
          confirm,
        }),
      )
      if (!saved) return
      take(saved)
      await integrationSaved(queryClient, saved)
      return t.saved
    } catch (error) {
      if (!isStatus(error, 412)) throw error
      setConflict(true)
    }
  })

  async function newest(): Promise<Integration> {
    return request<Integration>(`/integrations/${integration.id}`)
  }

  async function showTheirs() {
    const theirs = await newest()
    take(theirs)
    queryClient.setQueryData(integrationQuery(integration.id).queryKey, theirs)
  }

  async function saveMine() {
    version.current = (await newest()).version
    submit()
  }

  return (
    <form onSubmit={submit} noValidate>
      <TextInput label={t.name} required maw={480} mb="lg" {...form.getInputProps('name')} />
      <SettingsEditor
        value={form.values.settings}
        onChange={settings => form.setFieldValue('settings', settings)}
        error={typeof form.errors.settings === 'string' ? form.errors.settings : undefined}
      />
      {changed && <KeptPayments {...asked} />}
      {conflict && (
        <Alert color="yellow" variant="light" role="alert" mt="md" title={t.conflictTitle}>
          {t.conflictText}
          <Group mt="sm" gap="xs">
            <Button size="xs" variant="default" loading={settling} onClick={() => void act(showTheirs)}>
              {t.takeTheirs}
            </Button>
            <Button size="xs" variant="default" disabled={settling} onClick={() => void act(saveMine)}>
              {t.saveMine}
            </Button>
          </Group>
        </Alert>
      )}
      <FormFailure text={failure} mt="md" />
      <div className={classes.footer}>
        <MatchingCount {...asked} />
        <Group gap="sm">
          <Button variant="default" disabled={!changed} onClick={() => take(integration)}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={!changed}>
            {t.save}
          </Button>
        </Group>
      </div>
    </form>
  )
}

function valuesOf({ name, settings }: Integration) {
  return { name, settings: write(settings ?? {}) }
}
