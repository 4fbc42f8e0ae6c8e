import { Loader } from '@mantine/core'
import { settingsProblems } from '@obmen/contract/settings'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './matching-count.module.css'
import { texts } from './texts.js'
import { type SettingsOwner, useSettingsReading } from './use-settings-reading.js'

interface Props extends SettingsOwner {
  settings: string
}

/** How many orders the rules match now, counted by the server while the person types. */
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
