import { type NameParts, parseName } from './parse-name.js'
import { ENTREPRENEUR } from './texts-names.js'

/** The person in an entrepreneur's name, «ИП Петрова А. С.»; undefined if it has no complete person's name. */
export function parseEntrepreneur(name: string): NameParts | undefined {
  return parseName(
    name
      .trim()
      .replace(ENTREPRENEUR, '')
      .replace(/[«»"„“”]/g, ' '),
  )
}
