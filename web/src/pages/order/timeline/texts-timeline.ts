import { DOCUMENT_PART_NAMES, pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Путь заказа',
    received: 'Получен от платформы',
    changed: 'Изменён платформой',
    changedSince: (revision: number) =>
      `Изменён платформой, сравнение с ревизией ${revision}: промежуточные больше не хранятся`,
    sentBefore: {
      first: (integration: string) => `Впервые выдан 1С «${integration}»; подтверждения этой выдачи не было`,
      last: (integration: string) =>
        `В последний раз выдан 1С «${integration}»; подтверждения этой выдачи не было`,
    },
    offered: (integration: string) => `Выдан 1С «${integration}»`,
    confirmed: (integration: string) => `1С «${integration}» подтвердила`,
    accounting: (integration: string, number: string | null) =>
      number === null
        ? `Изменили в 1С «${integration}»`
        : `Изменили в 1С «${integration}», документ ${number}`,
    takenOver: (integration: string) =>
      `Платформа переняла изменения из 1С «${integration}», обратно они не пойдут`,
    parts: DOCUMENT_PART_NAMES as Readonly<Record<string, string>>,
    outcomes: {
      open: 'Передача ещё не закончилась или оборвалась.',
      sent: 'Подтверждения пока нет.',
      abandoned: 'Подтверждения не было, заказ будет выдан снова.',
      repeated: 'Подтверждения не было, заказ выдан снова.',
    },
    held: {
      person: (integration: string, by: string) => `${by} удерживает от 1С «${integration}»`,
      finding: (integration: string) => `Удержан от 1С «${integration}» проверкой`,
      quarantine: (integration: string) => `1С «${integration}» не приняла, отложен`,
    },
    released: {
      person: (integration: string, by: string) => `${by} отпускает в 1С «${integration}»`,
      anyway: (integration: string, by: string) => `${by} отправляет в 1С «${integration}» всё равно`,
      revision: (integration: string) => `Отпущен в 1С «${integration}»: причина удержания ушла`,
      confirmed: (integration: string) => `1С «${integration}» всё-таки приняла заказ`,
    },
    waiting: (integration: string) => `Ждёт 1С «${integration}»`,
    revision: (revision: number) => `ревизия ${revision}`,
    exchange: (id: number) => `обмен №\u00a0${id}`,
    xml: 'XML',
    earlier: (count: number) =>
      `Показать раньше: ещё ${count} ${pluralRu(count, 'событие', 'события', 'событий')}`,
    moreChanges: (count: number) => `Ещё ${count} ${pluralRu(count, 'изменение', 'изменения', 'изменений')}`,
  },
  {
    title: 'Way of the order',
    received: 'Received from the platform',
    changed: 'Changed by the platform',
    changedSince: (revision: number) =>
      `Changed by the platform, compared with revision ${revision}: those between are no longer kept`,
    sentBefore: {
      first: (integration: string) => `First given out to 1C “${integration}”, which did not confirm that`,
      last: (integration: string) => `Last given out to 1C “${integration}”, which did not confirm that`,
    },
    offered: (integration: string) => `Given out to 1C “${integration}”`,
    confirmed: (integration: string) => `1C “${integration}” confirmed`,
    accounting: (integration: string, number: string | null) =>
      number === null
        ? `Changed in 1C “${integration}”`
        : `Changed in 1C “${integration}”, document ${number}`,
    takenOver: (integration: string) =>
      `The platform took over what 1C “${integration}” changed; it is not sent back`,
    parts: {
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
    outcomes: {
      open: 'The transfer has not ended, or broke off.',
      sent: 'Not confirmed yet.',
      abandoned: 'Not confirmed; the order will be given out again.',
      repeated: 'Not confirmed; the order was given out again.',
    },
    held: {
      person: (integration: string, by: string) => `${by} holds it back from 1C “${integration}”`,
      finding: (integration: string) => `Held back from 1C “${integration}” by the check`,
      quarantine: (integration: string) => `1C “${integration}” refused it; set aside`,
    },
    released: {
      person: (integration: string, by: string) => `${by} releases it to 1C “${integration}”`,
      anyway: (integration: string, by: string) => `${by} sends it to 1C “${integration}” all the same`,
      revision: (integration: string) => `Released to 1C “${integration}”: the cause is gone`,
      confirmed: (integration: string) => `1C “${integration}” took the order after all`,
    },
    waiting: (integration: string) => `Waits for 1C “${integration}”`,
    revision: (revision: number) => `revision ${revision}`,
    exchange: (id: number) => `exchange No. ${id}`,
    xml: 'XML',
    earlier: (count: number) => `Show ${count} earlier ${pluralEn(count, 'event', 'events')}`,
    moreChanges: (count: number) => `${count} more ${pluralEn(count, 'change', 'changes')}`,
  },
)
