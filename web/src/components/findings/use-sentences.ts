import type { Finding, Task } from '@obmen/contract/rest'
import { useFormats, useLanguage } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'

const useEnglish = loadTexts(() => import('./english.js'))

/** Findings and tasks in the interface language; empty while the English sentences load. */
export function useSentences() {
  const { language } = useLanguage()
  const formats = useFormats()
  const english = useEnglish(language === 'en')
  return {
    finding: ({ code, params, message }: Pick<Finding, 'code' | 'params' | 'message'>): string =>
      language === 'ru' ? message : (english?.FINDING_SENTENCES[code](params, formats) ?? ''),
    task: ({ code, params, message, number, platformNumber, orderId }: Task): string =>
      language === 'ru'
        ? message
        : (english?.TASK_SENTENCES[code](
            `${platformNumber ?? orderId} (No. ${number} in 1C)`,
            params,
            formats,
          ) ?? ''),
  }
}
