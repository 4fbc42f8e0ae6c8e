import { useMemo } from 'react'
import { useMe } from '../api/people/me.js'
import { createFormats, type Formats } from './format.js'
import { useLanguage } from './language.js'

/** Dates in the location's zone (the browser's, when nobody is signed in), numbers and money by the chosen language. */
export function useFormats(): Formats {
  const { language } = useLanguage()
  const timeZone = useMe().data?.location?.timezone
  return useMemo(() => createFormats(language, timeZone), [language, timeZone])
}
