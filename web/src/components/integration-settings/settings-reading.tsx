import { Alert, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { settingsProblems } from '@obmen/contract/settings'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readSettingsOnServer } from '../../api/integrations.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './matching-count.module.css'
import { texts } from './texts.js'

interface SettingsOwner {
  companyId: string | undefined
  integrationId?: string | undefined
}

/** The server's reading of settings while the person types, before anything is saved. */
function useSettingsReading(settings: string, owner: SettingsOwner) {
  const [typed] = useDebouncedValue(settings, 500)
  return useQuery({
    queryKey: ['settings-reading', owner.companyId, owner.integrationId, typed],
    queryFn: ({ signal }) => readSettingsOnServer(typed, owner, signal),
    enabled: owner.companyId !== undefined && settingsProblems(typed).length === 0,
    placeholderData: keepPreviousData,
  })
}

interface Props extends SettingsOwner {
  settings: string
}

/** Payments already sent to 1C that stay as they were sent, shown before the settings are saved. */
export function KeptPayments({ settings, ...owner }: Props) {
  const t = useTexts(texts).kept
  const { number } = useFormats()
  const warnings = useSettingsReading(settings, owner).data?.warnings ?? []
  if (warnings.length === 0) return null
  return (
    <Alert color="yellow" variant="light" role="status" mt="md" title={t.title}>
      {warnings.map(({ code, count, complete }) => (
        <div key={code}>{t[code](count, complete ? number(count) : `≥ ${number(count)}`)}</div>
      ))}
    </Alert>
  )
}

export function MatchingCount({ settings, companyId, integrationId }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const broken = settingsProblems(settings).length > 0
  const reading = useSettingsReading(settings, { companyId, integrationId })
  const matching = reading.data?.matching
  return (
    <div className={classes.count} role="status">
      {text()}
      {reading.isFetching && <Loader size={12} />}
    </div>
  )

  function text() {
    if (companyId === undefined) return t.matchingNeedsCompany
    if (broken) return t.matchingNeedsSettings
    if (reading.isError) return t.matchingFailed
    if (!matching) return t.matchingCounting
    return t.matching(matching.count, number(matching.count), number(matching.of))
  }
}
