import type { FieldProblem } from '@obmen/contract'
import { useLanguage } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'

const useProblems = loadTexts(() => import('@obmen/contract/english'))

interface Refusal {
  code: string | null
  detail: string
  reason?: string | null | undefined
  params?: FieldProblem['params'] | null
}

/** Why REST refused, in the interface language by its codes, else in the server's words. */
export function useRefusal(): (refusal: Refusal) => string {
  const { language } = useLanguage()
  const problems = useProblems(language === 'en')
  return ({ code, detail, reason, params }) => {
    const english = problems?.englishProblem(reason ?? undefined, params ?? undefined)
    return english ?? (code === null ? undefined : problems?.REFUSALS[code]) ?? detail
  }
}

export function useProblemText(): (problem: Pick<FieldProblem, 'code' | 'params' | 'message'>) => string {
  const { language } = useLanguage()
  const problems = useProblems(language === 'en')
  return ({ code, params, message }) => problems?.englishProblem(code, params) ?? message
}
