import type { Locale } from '../enumerations.js'
import { formatSentence, type Sentence } from '../sentence.js'
import { JSON_TEXTS } from './document/texts-json.js'
import { SETTINGS_TEXTS } from './texts-settings.js'

const WORDINGS = {
  ru: { ...JSON_TEXTS.ru, ...SETTINGS_TEXTS.ru },
  en: { ...JSON_TEXTS.en, ...SETTINGS_TEXTS.en },
}

/** Words a message about settings. */
export function formatSettingsMessage(sentence: Sentence, language: Locale): string {
  return formatSentence(WORDINGS[language], sentence)
}
