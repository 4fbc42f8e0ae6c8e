import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Location } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { currentLocationQuery, patchCurrentLocation } from '../../api/current-location.js'
import { facetsQuery } from '../../api/integrations.js'
import { CopyField } from '../../components/forms/copy.js'
import { TimeZoneSelect } from '../../components/forms/time-zone-select.js'
import { FormFailure, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { Section } from '../../components/layout/section.js'
import { useLeaveGuard } from '../../hooks/use-leave-guard.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useVersion } from '../../hooks/use-version.js'
import type { Language } from '../../texts/catalogue.js'
import { LOCALES } from '../../texts/format.js'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import classes from './location.module.css'
import { texts } from './texts.js'

export function LocationPage() {
  const t = useTexts(texts)
  const { date } = useFormats()
  const query = useQuery(currentLocationQuery)
  const seen = useQuery(facetsQuery)
  return (
    <>
      <PageHeader title={t.title} description={t.about} />
      <Loaded query={query}>
        {location => (
          <div className={classes.location}>
            <Section title={t.section}>
              {/* Each form begins anew with what the other one has saved. */}
              <LocationForm key={JSON.stringify(location.statuslabels)} location={location} />
            </Section>
            <Section title={t.statuses} description={t.statusesHelp}>
              <Loaded query={seen}>
                {({ statuses }) => (
                  <StatusLabels key={location.version} location={location} statuses={statuses} />
                )}
              </Loaded>
            </Section>
            <Section title={t.facts} description={t.created(date(location.createdAt))}>
              <CopyField label={t.id} value={location.id} />
            </Section>
          </div>
        )}
      </Loaded>
    </>
  )
}

export function LocationForm({ location }: { location: Location }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const form = useForm({
    initialValues: { name: location.name, timezone: location.timezone },
    validate: {
      name: value => (value.trim() === '' ? t.nameNeeded : null),
      timezone: value => (value === '' ? t.timezoneNeeded : null),
    },
  })
  useLeaveGuard(form.isDirty())

  const { save, conflict } = useVersion(
    location.version,
    ({ version }) => version,
    () => queryClient.fetchQuery({ ...currentLocationQuery, staleTime: 0 }),
    t.changedMeanwhile,
  )

  const { submit, busy, failure } = useSubmit(form, async ({ name, timezone }) => {
    const saved = await save(version => patchCurrentLocation(version, { name: name.trim(), timezone }))
    if (!saved) return
    queryClient.setQueryData(currentLocationQuery.queryKey, saved)
    form.setValues({ name: saved.name, timezone: saved.timezone })
    form.resetDirty({ name: saved.name, timezone: saved.timezone })
    // The name is in the menu, and every date on every page depends on the zone.
    await queryClient.invalidateQueries({ queryKey: ['me'] })
    await queryClient.invalidateQueries({ queryKey: ['overview'] })
    return t.saved
  })

  const { timezone } = form.values
  return (
    <form onSubmit={submit} noValidate className={classes.fields}>
      <TextInput label={t.name} required {...form.getInputProps('name')} />
      <TimeZoneSelect
        label={t.timezone}
        description={`${t.timezoneHelp} ${timezone === '' ? '' : t.clock(clockOf(timezone, language))}`}
        placeholder={t.timezonePlaceholder}
        value={timezone}
        onChange={picked => {
          form.setFieldValue('timezone', picked)
          form.clearFieldError('timezone')
        }}
        error={form.errors.timezone}
      />
      <FormFailure text={conflict ?? failure} />
      <Group>
        <Button type="submit" loading={busy} disabled={!form.isDirty()}>
          {t.save}
        </Button>
      </Group>
    </form>
  )
}

/** A field for each status that orders have or that has a name; an empty one leaves the status as it is. */
function StatusLabels({ location, statuses }: { location: Location; statuses: string[] }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const { statuslabels } = location
  const known = [...new Set([...statuses, ...Object.keys(statuslabels)])]
  const form = useForm({ initialValues: { labels: known.map(status => statuslabels[status] ?? '') } })
  useLeaveGuard(form.isDirty())
  const { submit, busy, failure } = useSubmit(form, async ({ labels }) => {
    const named = known.flatMap((status, index) => {
      const label = labels[index]?.trim()
      return label ? [[status, label] as const] : []
    })
    const saved = await patchCurrentLocation(location.version, { statuslabels: Object.fromEntries(named) })
    queryClient.setQueryData(currentLocationQuery.queryKey, saved)
    await queryClient.invalidateQueries({ queryKey: ['me'] })
    return t.saved
  })
  if (known.length === 0) return <p>{t.noStatuses}</p>
  return (
    <form onSubmit={submit} noValidate className={classes.fields}>
      {known.map((status, index) => (
        <TextInput
          key={status}
          label={status}
          placeholder={status}
          maxLength={100}
          {...form.getInputProps(`labels.${index}`)}
        />
      ))}
      <FormFailure text={failure} />
      <Group>
        <Button type="submit" loading={busy} disabled={!form.isDirty()}>
          {t.saveStatuses}
        </Button>
      </Group>
    </form>
  )
}

function clockOf(timeZone: string, language: Language): string {
  const locale = LOCALES[language]
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' })
  return `${time.format()}, ${weekday.format()}`
}
