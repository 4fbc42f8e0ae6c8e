import { NativeSelect } from '@mantine/core'
import { LOG_LEVELS } from '@obmen/contract'
import type { System } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { setLogLevel, systemQuery } from '../../api/system.js'
import { useAction } from '../../hooks/use-action.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

type Level = System['logLevel']

/** Takes effect as it is chosen. */
export function LogLevel({ level }: { level: Level }) {
  const t = useTexts(texts).log
  const queryClient = useQueryClient()
  const { act, busy } = useAction()

  async function change(chosen: Level) {
    await act(async () => {
      queryClient.setQueryData(systemQuery.queryKey, await setLogLevel(chosen))
    }, t.changed(chosen))
  }

  return (
    <NativeSelect
      aria-label={t.label}
      data={LOG_LEVELS.map(value => ({ value, label: t.levels[value] }))}
      value={level}
      disabled={busy}
      onChange={event => void change(event.currentTarget.value as Level)}
    />
  )
}
