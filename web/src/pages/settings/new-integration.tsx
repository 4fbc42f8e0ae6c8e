import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import type { Company } from '@obmen/contract/rest'
import { settingsProblems } from '@obmen/contract/settings'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { companiesQuery } from '../../api/companies.js'
import { createIntegration, keptPasswordQuery } from '../../api/integrations.js'
import { keepShownOnce } from '../../api/request/shown-once.js'
import { FormModal, FormModalBody } from '../../components/forms/form-modal.js'
import { SearchSelect } from '../../components/forms/search-select.js'
import { exampleSettings } from '../../components/integration-settings/settings-document.js'
import { SettingsEditor } from '../../components/integration-settings/settings-editor.js'
import { MatchingCount } from '../../components/integration-settings/settings-reading.js'
import { texts as settingsTexts } from '../../components/integration-settings/texts.js'
import { useConfirmedJump } from '../../components/integration-settings/use-confirmed-jump.js'
import { FailureLine } from '../../components/layout/loaded.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { CompanyForm } from '../companies/company-form.js'
import { texts as companiesTexts } from '../companies/texts.js'
import classes from './new-integration.module.css'
import { texts } from './texts.js'

const MAX_NAME = 200
const CLASSES = ['CommerceML']

export function NewIntegrationForm() {
  const t = useTexts(texts).create
  const { exampleMethod } = useTexts(settingsTexts)
  const { form: companyTexts } = useTexts(companiesTexts)
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

  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<Company>()
  // Beside the form, not in it: its own form would send this one, too.
  const newCompany = (
    <FormModal opened={adding} onClose={() => setAdding(false)} title={companyTexts.create}>
      <CompanyForm
        subject="new"
        onSaved={company => {
          setAdded(company)
          form.setFieldValue('companyId', company.id)
        }}
      />
    </FormModal>
  )

  return (
    <>
      {newCompany}
      <FormModalBody
        changed={form.isDirty('name') || form.isDirty('settings') || form.values.companyId !== preselected}
        sending={sending}
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
            added={added}
            onAdd={() => setAdding(true)}
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
    </>
  )
}

const COMPANIES = 50

interface CompanyProps {
  value: string
  /** Made in this window. */
  added: Company | undefined
  onAdd: () => void
  onChange: (companyId: string) => void
  /** The location's only company is chosen by itself. */
  onPreselect: (companyId: string) => void
  error?: ReactNode
}

/** «Компания»: the location's active companies, searched on the server by name and ИНН. */
function CompanySelect({ value, added, onAdd, onChange, onPreselect, error }: CompanyProps) {
  const t = useTexts(texts).create
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const query = useQuery(companiesQuery({ archived: false, limit: COMPANIES, q: q || undefined }))
  const options = (query.data?.items ?? []).map(({ id, name, inn, kpp }) => ({
    value: id,
    label: name,
    detail: t.companyDetail(inn, kpp),
  }))
  // A single option is selected automatically, unless it is only what an earlier text found.
  const whole = q === '' && !query.isPlaceholderData && query.data?.next === null
  const only = whole && options.length === 1 ? options[0] : undefined
  const preselect = useRef(true)
  useEffect(() => {
    if (only === undefined || !preselect.current) return
    preselect.current = false
    setChosen(only.label)
    onPreselect(only.value)
  }, [only, onPreselect])
  return (
    <Stack gap="sm">
      <SearchSelect
        label={t.company}
        placeholder={t.companyPlaceholder}
        value={value || null}
        chosenLabel={added?.id === value ? added.name : chosen}
        adding={{ text: t.addCompany, start: onAdd }}
        onChange={(picked, option) => {
          setChosen(option?.label ?? '')
          onChange(picked ?? '')
        }}
        options={options}
        onSearch={setTyped}
        searching={query.isLoading || query.isPlaceholderData || q !== typed.trim()}
        truncated={query.data?.next !== null && query.data !== undefined}
        error={error}
        failed={query.isError}
        required
        marked
      />
      <FailureLine title={t.companiesFailed} query={query} />
    </Stack>
  )
}
