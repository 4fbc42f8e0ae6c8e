import { Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { settingsProblems } from '@obmen/service/settings'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readSettingsOnServer } from '../../api/integrations.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './matching-count.module.css'
import { texts } from './texts.js'

interface Props {
  settings: string
  companyId: string | undefined
}

/** «По этим правилам сейчас подходят 128 заказов из 1 412», reckoned by the server while one types, before anything is saved. */
export function MatchingCount({ settings, companyId }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const [typed] = useDebouncedValue(settings, 500)
  const broken = settingsProblems(settings).length > 0
  const reading = useQuery({
    queryKey: ['settings-reading', companyId, typed],
    queryFn: ({ signal }) => readSettingsOnServer(typed, companyId, signal),
    enabled: companyId !== undefined && settingsProblems(typed).length === 0,
    placeholderData: keepPreviousData,
  })
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
