import { useLanguage } from '../../../texts/language.js'
import { englishFinding } from './english.js'
import type { DryRunFinding } from './severity.js'

/** The simulator's findings in the interface language. */
export function useDryRunSentences(): (
  findings: readonly DryRunFinding[],
) => Pick<DryRunFinding, 'level' | 'message'>[] {
  const { language } = useLanguage()
  return findings =>
    findings.map(({ level, code, params, message }) => ({
      level,
      message: language === 'ru' ? message : (englishFinding(code, params) ?? message),
    }))
}
