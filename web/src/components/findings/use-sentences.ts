import { FINDING_CODES } from '@obmen/contract'
import type { Finding, HeldGroup, Task } from '@obmen/contract/rest'
import { useLanguage, useTexts } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'
import { texts } from './texts.js'

type TaskSentence = Pick<Task, 'code' | 'params' | 'message' | 'number' | 'numberIn1c' | 'orderId'>

const useEnglish = loadTexts(() => import('@obmen/contract/findings-english'))

/** Findings and tasks in the interface language; empty while the English sentences load. */
export function useSentences() {
  const { language } = useLanguage()
  const english = useEnglish(language === 'en')
  return {
    finding: ({ code, params, message }: Pick<Finding, 'code' | 'params' | 'message'>): string =>
      language === 'ru' ? message : (english?.englishFinding(code, params) ?? ''),
    task: ({ code, params, message, number, numberIn1c, orderId }: TaskSentence): string =>
      language === 'ru'
        ? message
        : (english?.TASK_SENTENCES[code](`${number ?? orderId} (No. ${numberIn1c} in 1C)`, params) ?? ''),
  }
}

export function useHeldCause(): (held: Pick<HeldGroup, 'holdKind' | 'code'>) => string {
  const { codes, holds } = useTexts(texts)
  return ({ holdKind, code }) => {
    if (holdKind === 'quarantine') return holds.refused
    if (holdKind === 'person') return holds.person
    const known = FINDING_CODES.find(one => one === code)
    return known ? codes[known] : code
  }
}
