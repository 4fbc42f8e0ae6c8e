import { pluralRu } from '@obmen/contract'

type Numbers = readonly (string | null)[]

/** What the journal says about a package, for an accountant; and why an order is held. */
export const TEXTS = {
  failed: (numbers: Numbers) =>
    `1С скачала ${orders(numbers.length, 'заказ', 'заказа', 'заказов')}${numbers.length === 1 ? named(numbers) : ''} и не подтвердила.`,
  unknown: (numbers: Numbers) =>
    `Подтверждения ${orders(numbers.length, 'заказа', 'заказов', 'заказов')} не было, но 1С могла их не получить или ещё загружает: выводов не делаем.`,
  setAside: (number: string | null) =>
    `${orderNamed(number)} отложен: 1С не приняла его и отдельно от других. Он не задерживает остальные.`,
  all: 'Даём все заказы снова.',
  rest: (count: number) =>
    count === 0
      ? 'Даём все заказы.'
      : `Даём все заказы, кроме ${orders(count, 'подозрительного', 'подозрительных', 'подозрительных')}.`,
  control: 'Даём всё остальное: так видно, подтверждает ли 1С сейчас хоть что-нибудь.',
  alone: (number: string | null | undefined) =>
    `${orderNamed(number)} даём отдельно: так видно, его ли не принимает 1С.`,
  again: (number: string | null | undefined) =>
    `${orderNamed(number)} был отложен; пробуем его снова, отдельно от других.`,
  part: (numbers: Numbers, of: number, fresh: number) => {
    const part =
      numbers.length * 2 >= of - 1 && numbers.length * 2 <= of + 1
        ? 'Даём половину'
        : `Даём ${numbers.length} из ${of}`
    return `${part}: ${numbers.length === 1 ? 'заказ' : 'заказы'} ${ranges(numbers)}${fresh > 0 ? ` и ${orders(fresh, 'новый', 'новых', 'новых')}` : ''}.`
  },
  reason: ({
    known,
    proven,
    earlierMonth,
  }: {
    known: boolean
    proven: boolean
    earlierMonth: boolean
  }): string =>
    [
      proven
        ? '1С не приняла этот заказ: она скачала его отдельно и не подтвердила, а другие заказы подтвердила.'
        : '1С не приняла этот заказ: она скачала его отдельно и не подтвердила. Других заказов она за это время не подтверждала, так что причина может быть и в самой 1С.',
      earlierMonth
        ? 'Скорее всего, его месяц в 1С закрыт («Даты запрета изменения»): откройте период или оставьте документ как есть.'
        : known
          ? 'Он в 1С уже есть; скорее всего, его документ там нельзя изменить: закрыт период, документ заблокирован или связан с другими. Посмотрите его в 1С.'
          : 'Посмотрите в 1С журнал регистрации за время этого обмена: там сказано, чего не хватило.',
      'Заказ пойдёт снова, когда изменится, когда вы нажмёте «Отпустить», и сам собой через некоторое время.',
    ].join(' '),
}

function orders(count: number, one: string, few: string, many: string): string {
  return `${count} ${pluralRu(count, one, few, many)}`
}

function orderNamed(number: string | null | undefined): string {
  return number ? `Заказ ${number}` : 'Заказ'
}

function named(numbers: Numbers): string {
  return numbers[0] ? ` (${numbers[0]})` : ''
}

const SHOWN_RANGES = 5

/** `1–6, 8`: consecutive numbers as a range. */
function ranges(numbers: Numbers): string {
  const known = numbers.filter(number => number !== null)
  const parts: string[] = []
  let first = ''
  let last = ''
  const close = (): void => {
    if (first !== '') parts.push(first === last ? first : `${first}–${last}`)
  }
  for (const number of [...known].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (first !== '' && /^\d+$/.test(number) && Number(number) === Number(last) + 1) last = number
    else {
      close()
      first = number
      last = number
    }
  }
  close()
  const shown = parts.slice(0, SHOWN_RANGES).join(', ')
  return parts.length > SHOWN_RANGES ? `${shown} и другие` : shown
}
