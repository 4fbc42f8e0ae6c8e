import { DOCUMENT_PART_NAMES, pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Путь заказа', 'Way of the order'],
  received: ['Получен от платформы', 'Received from the platform'],
  changed: ['Изменён платформой', 'Changed by the platform'],
  changedSince: [
    (revision: number) =>
      `Изменён платформой, сравнение с версией ${revision}: промежуточные больше не хранятся`,
    (revision: number) =>
      `Changed by the platform, compared with revision ${revision}: those between are no longer kept`,
  ],
  sentBefore: {
    first: [
      (integration: string) => `Впервые выдан 1С «${integration}»; подтверждения этой выдачи не было`,
      (integration: string) => `First given out to 1C “${integration}”, which did not confirm that`,
    ],
    last: [
      (integration: string) => `В последний раз выдан 1С «${integration}»; подтверждения этой выдачи не было`,
      (integration: string) => `Last given out to 1C “${integration}”, which did not confirm that`,
    ],
  },
  offered: [
    (integration: string) => `Выдан 1С «${integration}»`,
    (integration: string) => `Given out to 1C “${integration}”`,
  ],
  confirmed: [
    (integration: string) => `1С «${integration}» подтвердила`,
    (integration: string) => `1C “${integration}” confirmed`,
  ],
  accounting: [
    (integration: string, number: string | null) =>
      number === null
        ? `Изменили в 1С «${integration}»`
        : `Изменили в 1С «${integration}», документ ${number}`,
    (integration: string, number: string | null) =>
      number === null
        ? `Changed in 1C “${integration}”`
        : `Changed in 1C “${integration}”, document ${number}`,
  ],
  takenOver: [
    (integration: string) => `Платформа переняла изменения из 1С «${integration}», обратно они не пойдут`,
    (integration: string) => `The platform took over what 1C “${integration}” changed; it is not sent back`,
  ],
  parts: [
    DOCUMENT_PART_NAMES as Readonly<Record<string, string>>,
    {
      document: 'document',
      posted: 'posting',
      deleted: 'mark of deletion',
      canceled: 'cancellation',
      status: 'status',
      total: 'total',
      paid: 'payment',
      shipped: 'shipment',
      payments: 'payment documents',
      shipments: 'shipment documents',
      delivery: 'delivery',
      comment: 'comment',
      customer: 'customer',
      lines: 'lines',
      requisites: 'requisites',
    } as Readonly<Record<string, string>>,
  ],
  outcomes: {
    open: ['Передача ещё не закончилась или оборвалась.', 'The transfer has not ended, or broke off.'],
    sent: ['Подтверждения пока нет.', 'Not confirmed yet.'],
    abandoned: [
      'Подтверждения не было, заказ будет выдан снова.',
      'Not confirmed; the order will be given out again.',
    ],
    repeated: ['Подтверждения не было, заказ выдан снова.', 'Not confirmed; the order was given out again.'],
  },
  held: {
    person: [
      (integration: string, by: string) => `${by} удерживает, в 1С «${integration}» не идёт`,
      (integration: string, by: string) => `${by} holds it back from 1C “${integration}”`,
    ],
    finding: [
      (integration: string) => `Удержан проверкой, в 1С «${integration}» не идёт`,
      (integration: string) => `Held back from 1C “${integration}” by the check`,
    ],
    quarantine: [
      (integration: string) => `1С «${integration}» не приняла, удержан`,
      (integration: string) => `1C “${integration}” refused it; held back`,
    ],
  },
  released: {
    person: [
      (integration: string, by: string) => `${by} отпускает в 1С «${integration}»`,
      (integration: string, by: string) => `${by} releases it to 1C “${integration}”`,
    ],
    anyway: [
      (integration: string, by: string) => `${by} всё равно выгружает в 1С «${integration}»`,
      (integration: string, by: string) => `${by} sends it to 1C “${integration}” all the same`,
    ],
    revision: [
      (integration: string) => `Отпущен в 1С «${integration}»: причина удержания ушла`,
      (integration: string) => `Released to 1C “${integration}”: the cause is gone`,
    ],
    confirmed: [
      (integration: string) => `1С «${integration}» всё-таки приняла заказ`,
      (integration: string) => `1C “${integration}” took the order after all`,
    ],
  },
  task: {
    made: [
      (integration: string) => `Задача для 1С «${integration}»`,
      (integration: string) => `A task for 1C “${integration}”`,
    ],
    done: [
      (integration: string, by: string) => `Задача для 1С «${integration}» сделана: ${by}`,
      (integration: string, by: string) => `The task for 1C “${integration}” is done: ${by}`,
    ],
    reopened: [
      (integration: string, by: string) => `Задача для 1С «${integration}» снова открыта${by && `: ${by}`}`,
      (integration: string, by: string) => `The task for 1C “${integration}” is open again${by && `: ${by}`}`,
    ],
    settled: [
      (integration: string) => `Задача для 1С «${integration}» закрылась сама`,
      (integration: string) => `The task for 1C “${integration}” settled itself`,
    ],
  },
  waiting: [
    (integration: string) => `Ждёт 1С «${integration}»`,
    (integration: string) => `Waits for 1C “${integration}”`,
  ],
  revision: [(revision: number) => `версия заказа ${revision}`, (revision: number) => `revision ${revision}`],
  exchange: ['обмен', 'exchange'],
  exchangeOf: [(time: string) => `обмен ${time}`, (time: string) => `exchange ${time}`],
  xml: ['XML', 'XML'],
  earlier: [
    (count: number) => `Показать раньше: ещё ${count} ${pluralRu(count, 'событие', 'события', 'событий')}`,
    (count: number) => `Show ${count} earlier ${pluralEn(count, 'event', 'events')}`,
  ],
  moreChanges: [
    (count: number) => `Ещё ${count} ${pluralRu(count, 'изменение', 'изменения', 'изменений')}`,
    (count: number) => `${count} more ${pluralEn(count, 'change', 'changes')}`,
  ],
})
