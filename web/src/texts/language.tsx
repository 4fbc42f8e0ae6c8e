import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { useMe } from '../api/people/me.js'
import type { Catalogue, Language, Texts } from './catalogue.js'
import { createFormats, type Formats } from './format.js'

const STORAGE_KEY = 'obmen-language'

interface LanguageChoice {
  language: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'ru', setLanguage: () => {} })

/** Russian first; the choice is kept in this browser (and in the profile, see the account page). */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'ru',
  )
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(STORAGE_KEY, language)
  }, [language])
  const choice = useMemo(() => ({ language, setLanguage }), [language])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext)
}

export function useTexts<Russian>(texts: Catalogue<Russian>): Texts<Russian> {
  return texts[useLanguage().language]
}

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
