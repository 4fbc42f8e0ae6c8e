import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Integration } from '@obmen/contract/rest'
import { explainRules, readSettings, settingsProblems } from '@obmen/contract/settings'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { integrationQuery, integrationSaved, patchIntegration } from '../../../api/integrations.js'
import { isStatus } from '../../../api/request/problem.js'
import { write } from '../../../components/integration-settings/settings-document.js'
import { SettingsEditor } from '../../../components/integration-settings/settings-editor.js'
import { KeptPayments, MatchingCount } from '../../../components/integration-settings/settings-reading.js'
import { useConfirmedJump } from '../../../components/integration-settings/use-confirmed-jump.js'
import { FormFailure } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { useAction } from '../../../hooks/use-action.js'
import { useLeaveGuard } from '../../../hooks/use-leave-guard.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useFormats, useLanguage, useTexts } from '../../../texts/language.js'
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

function RulesForm({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { form, sending, conflict, take, newest, saveOver } = useRulesForm(integration)
  const { counted, number } = useFormats()
  const { settings } = form.values
  const { counts } = integration
  const asked = { settings, companyId: integration.companyId, integrationId: integration.id }
  const changed = form.isDirty()
  return (
    <form onSubmit={sending.submit} noValidate>
      <TextInput label={t.name} required maw={480} mb="lg" {...form.getInputProps('name')} />
      <SettingsEditor
        value={settings}
        onChange={edited => form.setFieldValue('settings', edited)}
        error={typeof form.errors.settings === 'string' ? form.errors.settings : undefined}
      />
      {changed && <KeptPayments {...asked} />}
      {conflict && <Conflict newest={newest} onTake={take} onSave={saveOver} />}
      <FormFailure text={sending.failure} mt="md" />
      <div className={classes.footer}>
        <div>
          <MatchingCount {...asked} />
          {counts.confirmed + counts.held > 0 && (
            <Text size="sm" c="dimmed">
              {t.stand(counted(counts.owed)[1], counted(counts.held)[1], number(counts.confirmed))}
            </Text>
          )}
        </div>
        <Group gap="sm">
          <Button variant="default" disabled={!changed} onClick={() => take(integration)}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={sending.busy} disabled={!changed}>
            {t.save}
          </Button>
        </Group>
      </div>
    </form>
  )
}

/** Name and settings, saved against the version that was read: a concurrent change is reported. */
function useRulesForm(integration: Integration) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const confirmedJump = useConfirmedJump()
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
  useLeaveGuard(changed)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version moves only an unchanged form
  useEffect(() => {
    if (!changed) take(integration)
  }, [integration.version])

  function take(shown: Integration) {
    version.current = shown.version
    const values = valuesOf(shown)
    form.setInitialValues(values)
    form.setValues(values)
    form.resetDirty(values)
    setConflict(false)
    sending.forgetFailure()
  }

  const sending = useSubmit(form, async ({ name, settings }) => {
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

  const newest = () => queryClient.fetchQuery({ ...integrationQuery(integration.id), staleTime: 0 })
  function saveOver(theirs: Integration) {
    version.current = theirs.version
    sending.submit()
  }
  return { form, sending, conflict, take, newest, saveOver }
}

interface ConflictProps {
  newest: () => Promise<Integration>
  onTake: (theirs: Integration) => void
  onSave: (theirs: Integration) => void
}

function Conflict({ newest, onTake, onSave }: ConflictProps) {
  const t = useTexts(texts)
  const { act, busy } = useAction()
  return (
    <Alert color="yellow" variant="light" role="alert" mt="md" title={t.conflictTitle}>
      {t.conflictText}
      <Group mt="sm" gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={busy}
          onClick={() => void act(() => newest().then(onTake))}
        >
          {t.takeTheirs}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          onClick={() => void act(() => newest().then(onSave))}
        >
          {t.saveMine}
        </Button>
      </Group>
    </Alert>
  )
}

function valuesOf({ name, settings }: Integration) {
  return { name, settings: write(settings ?? {}) }
}
