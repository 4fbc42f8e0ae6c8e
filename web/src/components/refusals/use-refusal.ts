import { useLanguage } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'

const useEnglish = loadTexts(() => import('./english.js'))

/** Why REST refused, in the language of the interface: by the code, or in the server's own words where they say more. */
export function useRefusal(): (refusal: { code: string | null; detail: string }) => string {
  const { language } = useLanguage()
  const english = useEnglish(language === 'en')
  return ({ code, detail }) => (code === null ? undefined : english?.REFUSALS[code]) ?? detail
}
