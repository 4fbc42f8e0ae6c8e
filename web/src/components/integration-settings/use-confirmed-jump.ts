import { ApiError } from '../../api/request/problem.js'
import { useTexts } from '../../texts/language.js'
import { useConfirm } from '../forms/confirm.js'
import { useProblemText } from '../refusals/use-refusal.js'
import { texts } from './texts.js'

/** Saves settings, asking before a far start skips order numbers; undefined if the person declined. */
export function useConfirmedJump(): <Saved>(
  save: (confirm: true | undefined) => Promise<Saved>,
) => Promise<Saved | undefined> {
  const t = useTexts(texts).jump
  const confirm = useConfirm()
  const problemText = useProblemText()
  return async save => {
    try {
      return await save(undefined)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'number-jump') throw error
      const [first] = error.errors
      const lost = first ? problemText(first) : error.detail
      const agreed = await confirm({ title: t.title, text: lost, action: t.action, danger: true })
      return agreed ? save(true) : undefined
    }
  }
}
