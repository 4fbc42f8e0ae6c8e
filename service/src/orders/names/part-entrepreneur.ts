import { type NameParts, partName } from './part-name.js'
import { ENTREPRENEUR } from './texts-names.js'

/** The person in an entrepreneur's name, «ИП Петрова А. С.»; undefined where it is none, or not whole. */
export function partEntrepreneur(name: string): NameParts | undefined {
  return partName(
    name
      .trim()
      .replace(ENTREPRENEUR, '')
      .replace(/[«»"„“”]/g, ' '),
  )
}
