import { useQueryClient } from '@tanstack/react-query'
import { integrationQuery, keptPasswordQuery, newPassword } from '../../../api/integrations.js'
import { keepShownOnce } from '../../../api/request/shown-once.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { useAction } from '../../../hooks/use-action.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from '../texts.js'

/** Creates a new password after a confirmation; it is shown among the access data. */
export function useNewPassword(integrationId: string): { renew: () => Promise<void>; busy: boolean } {
  const { access } = useTexts(texts)
  const confirm = useConfirm()
  const queryClient = useQueryClient()
  const { act, busy } = useAction()

  async function renew() {
    const { renewTitle: title, renewText: text, renewAction: action } = access
    if (!(await confirm({ title, text, action }))) return
    await act(async () => {
      const renewed = await newPassword(integrationId)
      keepShownOnce(queryClient, keptPasswordQuery(integrationId), renewed)
      await queryClient.invalidateQueries({ queryKey: integrationQuery(integrationId).queryKey })
    }, access.renewed)
  }
  return { renew, busy }
}
