import type { Finding, Task } from '@obmen/contract/rest'
import { useLanguage } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { FINDING_SENTENCES, TASK_SENTENCES } from './english.js'

/** Findings and tasks in the language of the interface. */
export function useSentences() {
  const { language } = useLanguage()
  const formats = useFormats()
  return {
    finding: ({ code, params, message }: Pick<Finding, 'code' | 'params' | 'message'>): string =>
      language === 'ru' ? message : FINDING_SENTENCES[code](params, formats),
    task: ({ code, params, message, number, platformNumber, orderId }: Task): string =>
      language === 'ru'
        ? message
        : TASK_SENTENCES[code](`${platformNumber ?? orderId} (No. ${number} in 1C)`, params, formats),
  }
}
