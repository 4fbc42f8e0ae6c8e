import { FINDING_CODES } from '@obmen/contract'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** The short name of a finding's code; undefined for any other. */
export function useCause(): (code: string) => string | undefined {
  const { codes } = useTexts(texts)
  return code => {
    const known = FINDING_CODES.find(one => one === code)
    return known && codes[known]
  }
}
