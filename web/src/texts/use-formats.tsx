import { createContext, type ReactNode, use } from 'react'
import { useMe } from '../api/people/me.js'
import { createFormats, type Formats } from './format.js'
import { useLanguage } from './language.js'

const FormatsContext = createContext<Formats>(createFormats('ru', undefined))

/** Reads the profile once for the whole page: a list has hundreds of dates and sums. */
export function FormatsProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const timeZone = useMe().data?.location?.timezone
  return <FormatsContext value={createFormats(language, timeZone)}>{children}</FormatsContext>
}

/** Dates in the location's zone (a guest's: the browser's), numbers and money by the language. */
export function useFormats(): Formats {
  return use(FormatsContext)
}
