import type { Counts, ExchangeOutcome } from '../result.js'

/** The outcome of an exchange in one sentence. */
export function summaryText(outcome: ExchangeOutcome, counts: Counts): string {
  const taken = counts.documents === 0 ? 'Заказов в ответе нет' : `Заказов в ответе: ${counts.documents}`
  return {
    confirmed: counts.documents === 0 ? `${taken}, подтверждено.` : `${taken}. Загружено и подтверждено.`,
    loaded: `${taken}. Загружено, подтверждение не отправлено: те же заказы придут снова.`,
    'confirmation-refused': `${taken}. Загружено, но сайт не принял подтверждение: те же заказы придут снова.`,
    'load-failed':
      `${taken}. 1С не смогла их загрузить и не отправляет ` +
      'подтверждение: тот же ответ будет приходить снова.',
    'not-read': 'Ответ сайта на запрос заказов не прочитан, ничего не загружено.',
    'not-authorised': 'Сайт не пустил 1С, ничего не загружено.',
    'not-initialised': 'Сайт ответил на init не так, как ждёт 1С, ничего не загружено.',
    cut: 'Загрузка прервана, ничего не загружено: те же заказы придут снова.',
  }[outcome]
}
