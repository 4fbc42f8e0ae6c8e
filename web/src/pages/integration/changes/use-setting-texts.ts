import { texts as settingsTexts } from '../../../components/integration-settings/texts.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-changes.js'

interface SettingTexts {
  /** The purpose of a key of the settings; the key itself if unknown. */
  label: (key: string) => string
  /** A value in words. */
  value: (key: string, value: unknown) => string
}

export function useSettingTexts(): SettingTexts {
  const t = useTexts(texts)
  const { keys, clients, orderNumbers } = useTexts(settingsTexts)

  function rule(value: object): string {
    const parts = Object.entries(value).map(([name, said]) =>
      t.rulePart(isKnown(name, t.rule) ? t.rule[name] : name, String(said)),
    )
    return parts.length === 0 ? t.anyOrder : parts.join(', ')
  }

  return {
    label: key => (isKnown(key, keys) ? keys[key] : key),
    value: (key, value) => {
      if (typeof value === 'boolean') return value ? t.yes : t.no
      if (typeof value === 'object' && value !== null) return rule(value)
      const word = String(value)
      if (key === 'client' && isKnown(word, clients)) return clients[word]
      if (key === 'ordernumber' && isKnown(word, orderNumbers)) return orderNumbers[word]
      return word
    },
  }
}

function isKnown<Known extends object>(key: string, known: Known): key is keyof Known & string {
  return Object.hasOwn(known, key)
}
