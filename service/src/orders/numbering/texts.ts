import type { ClientProfile } from '../../clients/index.js'

/** Refusals about numbers for 1C, for the platform's developer or the person changing settings. */
export const NUMBER_TEXTS = {
  pair: (one: string, oneNumber: string, other: string, otherNumber: string) =>
    `«${one}» (${oneNumber}) = «${other}» (${otherNumber})`,
  perhapsTaken:
    'Номер этого заказа меньше того, с которого после восстановления из копии продолжается нумерация: в ' +
    'этой ' +
    '1С под ним может быть другой заказ.',
  exhausted: (short: readonly Pick<ClientProfile, 'title' | 'numbersExhausted'>[], unknown: boolean) => {
    const names = short.map(({ title }) => title).join(' и ')
    const waysOut = [
      ...(unknown ? [WHICH_PROGRAM] : []),
      ...short.flatMap(({ numbersExhausted }) => numbersExhausted ?? []),
    ]
    return (
      `Номера заказов для 1С у этой компании закончились: ${names} ` +
      `${short.length > 1 ? 'хранят' : 'хранит'} не больше шести цифр. ` +
      `${waysOut.map(way => `${way} `).join('')}` +
      'Подойдёт и нумерация платформы, если в её номерах не больше шести цифр и они не повторяются: в ' +
      'настройках интеграции «Номер заказа в 1С» — «Номер платформы».'
    )
  },
}

const WHICH_PROGRAM =
  'Какая программа 1С подключена, ещё не известно: если УТ, КА, ERP или Розница, укажите её в настройках ' +
  'интеграции («Программа 1С»), и счёт продолжится.'
