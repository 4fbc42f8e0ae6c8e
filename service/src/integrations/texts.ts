/** Russian sentences of integrations/, besides those about their settings. */
export const TEXTS = {
  invalid: 'Интеграцию нельзя сохранить: исправьте указанные поля.',
  nameEmpty: 'Укажите наименование интеграции.',
  nameTooLong: (max: number, length: number) =>
    `Наименование длиннее ${max} символов (сейчас ${length}): сократите его.`,
  unprintable: 'Уберите непечатаемые знаки и знак «\ufffd»: он стоит там, где текст испортила кодировка.',
  noLogin: 'Не удалось подобрать свободный логин для 1С: повторите попытку.',
  notFound: 'Такой интеграции нет: возможно, её удалили.',
  companyUnknown: 'Такой компании в этой локации нет: выберите компанию из списка.',
  companyArchived: (name: string) =>
    `Компания «${name}» в архиве: верните её из архива или выберите другую компанию.`,
  companyFixed:
    'Компанию интеграции изменить нельзя: её заказы уже могли уйти в базу 1С этой компании. Создайте для другой компании новую интеграцию.',
  changedMeanwhile:
    'Интеграцию за это время изменил кто-то другой: посмотрите новые значения и внесите свои изменения ещё раз.',
  numbersBeyond: (asked: number, next: number) =>
    `Следующий номер компании — ${next}, а не ${asked}: меньшие уже выданы или отведены другой интеграцией компании, выданные номера не повторяются.`,
  numberJump: (from: number, highest: number, left: number) =>
    `Нумерация прыгнула бы ${highest === 0 ? 'с начала' : `с номера ${highest}`} сразу на ${from}: номера с ${highest + 1} по ${from - 1} пропали бы, а до предела в шесть цифр, которые хранят Бухгалтерия и УНФ, осталось бы ${left}.`,
  numberJumpWay: 'Если так и задумано, подтвердите: "confirm": true рядом с "settings".',
} as const

const LETTERS = new Map(
  'а-a б-b в-v г-g д-d е-e ё-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya і-i ї-yi є-ye ґ-g ў-u'
    .split(' ')
    .map(pair => pair.split('-') as [string, string]),
)

/** Transliterates a Russian word to lower case Latin letters and digits; leaves out the rest. */
export function transliterate(word: string): string {
  const latin = [...word.toLowerCase()].map(letter => LETTERS.get(letter) ?? letter).join('')
  return latin.normalize('NFD').replace(/[^a-z0-9]/g, '')
}
