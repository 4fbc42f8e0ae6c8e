import type { Integration } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { integrationQuery, patchIntegration } from '../../api/integrations.js'
import { useAction } from '../../hooks/use-action.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

export function useResume({ id, version }: Pick<Integration, 'id' | 'version'>) {
  const t = useTexts(texts).actions
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const resume = () =>
    act(async () => {
      const changed = await patchIntegration(id, version, { enabled: true })
      queryClient.setQueryData(integrationQuery(id).queryKey, changed)
      await queryClient.invalidateQueries({ queryKey: ['integrations'] })
    }, t.resumed)
  return { resume, busy }
}
