/** Russian sentences of integrations/, besides those about their settings. */
export const TEXTS = {
  noLogin: 'Не удалось подобрать свободный логин для 1С: повторите попытку.',
  numberJumpWay: 'Если так и задумано, подтвердите: "confirm": true рядом с "settings".',
  startRemoved: (next: number) => `Начало нумерации убрано. Следующий номер компании — ${next}.`,
} as const

const LETTERS = new Map(
  (
    'а-a б-b в-v г-g д-d е-e ё-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ' +
    'ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya і-i ї-yi є-ye ґ-g ў-u'
  )
    .split(' ')
    .map(pair => pair.split('-') as [string, string]),
)

/** Transliterates a Russian word to lower-case Latin letters and digits; drops other characters. */
export function transliterate(word: string): string {
  const latin = [...word.toLowerCase()].map(letter => LETTERS.get(letter) ?? letter).join('')
  return latin.normalize('NFD').replace(/[^a-z0-9]/g, '')
}
