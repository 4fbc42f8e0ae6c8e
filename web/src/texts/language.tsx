import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { Catalogue, Language, Texts } from './catalogue.js'

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

/** The texts of one catalogue in the person's language. */
export function useTexts<Russian>(texts: Catalogue<Russian>): Texts<Russian> {
  return texts[useLanguage().language]
}
