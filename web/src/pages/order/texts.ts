import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  order: ['Заказ', 'Order'],
  title: [(number: string) => `Заказ ${number}`, (number: string) => `Order ${number}`],
  back: ['Заказы', 'Orders'],
  onPlatform: [(number: string) => `на платформе ${number}`, (number: string) => `on the platform ${number}`],
  platformId: ['id заказа на платформе', 'id of the order on the platform'],
  canceledStatus: [(status: string) => `${status} · отменён`, (status: string) => `${status} · canceled`],
  neighbours: {
    title: ['Заказы списка', 'Orders of the list'],
    previous: ['Предыдущий заказ (K)', 'Previous order (K)'],
    next: ['Следующий заказ (J)', 'Next order (J)'],
  },
  tasks: {
    title: ['Сделать', 'To do'],
    failed: ['Не удалось узнать, есть ли задачи по заказу', 'Could not find out whether the order has tasks'],
  },
  none: {
    title: ['Заказ не найден', 'Order not found'],
    heading: ['Такого заказа нет', 'There is no such order'],
    text: [
      (id: string) =>
        `В этой локации нет заказа с id «${id}». Возможно, в ссылке ошибка или заказ принадлежит ` +
        'другой локации.',
      (id: string) =>
        `This location has no order with the id “${id}”. The link may be wrong, or the order belongs ` +
        'to another location.',
    ],
    toList: ['Все заказы', 'All orders'],
  },
  exports: {
    title: ['В 1С', 'In 1C'],
    none: [
      'У компании этого заказа нет интеграции: ни одна 1С его не получит.',
      'The company of this order has no integration: no 1C will get it.',
    ],
    toIntegrations: ['Добавить интеграцию', 'Add an integration'],
    paidButGoesNowhere: [
      'Заказ оплачен, но ни одно правило интеграций его не берёт: ни в одну 1С он не пойдёт. Исправьте ' +
        'правило или заказ: регистр букв важен.',
      'The order is paid, but no rule of any integration takes it: it goes to no 1C. Mend the rule or the ' +
        'order: case matters.',
    ],
    number: [
      (number: string) => `номер в этой 1С: ${number}`,
      (number: string) => `number in this 1C: ${number}`,
    ],
    behind: [
      (confirmed: number, now: number) => `в 1С версия заказа ${confirmed}, новая — ${now}`,
      (confirmed: number, now: number) => `1C has revision ${confirmed}, the new one is ${now}`,
    ],
    upToDate: [
      (revision: number) => `в 1С последняя версия заказа (${revision})`,
      (revision: number) => `1C has the latest revision (${revision})`,
    ],
    xmlNow: ['XML сейчас', 'XML now'],
    resend: ['Выгрузить снова', 'Send again'],
    resendTitle: ['Выгрузить заказ снова?', 'Send the order again?'],
    resendText: [
      (integration: string) =>
        `1С «${integration}» получит заказ при следующем обмене. Если его документ в 1С правили ` +
        'вручную, правки заменятся данными платформы.',
      (integration: string) =>
        `1C “${integration}” gets the order with the next exchange. If its document was edited in 1C ` +
        'by hand, the edits are replaced by what the platform says.',
    ],
    wasToDo: ['Что было известно до загрузки', 'What was known before the load'],
    resent: ['Заказ будет выдан при следующем обмене', 'The order goes out with the next exchange'],
  },
  preflight: {
    title: ['Что сделает 1С', 'What 1C will do'],
    past: [
      'Этот заказ 1С подтвердила и больше не получит, пока он не изменится. Перед загрузкой о нём ' +
        'было известно:',
      '1C has confirmed this order and does not get it again unless it changes. Before the load this ' +
        'was known of it:',
    ],
    more: [
      (count: number) => `Ещё ${count} ${pluralRu(count, 'замечание', 'замечания', 'замечаний')}`,
      (count: number) => `${count} more ${pluralEn(count, 'finding', 'findings')}`,
    ],
    failed: [
      'Не удалось узнать, что 1С сделает с заказом.',
      'Could not find out what 1C will do with the order.',
    ],
    retry: ['Повторить', 'Try again'],
  },
  xml: {
    now: [
      (number: string) => `XML заказа ${number} сейчас`,
      (number: string) => `XML of order ${number} now`,
    ],
    sent: [
      (number: string) => `Выданный XML заказа ${number}`,
      (number: string) => `XML of order ${number} as sent`,
    ],
    sentTo: [
      (integration: string, time: string, revision: number) =>
        `Выдан в «${integration}» ${time}, версия заказа ${revision}.`,
      (integration: string, time: string, revision: number) =>
        `Sent to “${integration}” ${time}, revision ${revision}.`,
    ],
    nowAs: {
      owed: [
        (integration: string) => `Так заказ уйдёт в «${integration}» при следующем обмене.`,
        (integration: string) => `So the order goes to “${integration}” with the next exchange.`,
      ],
      offered: [
        (integration: string) =>
          `Заказ выдан в «${integration}», подтверждения ещё нет. Так он уйдёт снова, если она его ` +
          'не подтвердит.',
        (integration: string) =>
          `The order was given out to “${integration}” and is not confirmed yet. So it goes again ` +
          'unless it is.',
      ],
      held: [
        (integration: string) =>
          `Сейчас заказ в «${integration}» не выгружается: он удержан. Так он выглядел бы, если его ` +
          'отпустить.',
        (integration: string) =>
          `The order does not go to “${integration}” now: it is held back. So it would look if it ` +
          'were released.',
      ],
      confirmed: [
        (integration: string) =>
          `Сейчас «${integration}» ничего не должна получить: эту версию заказа она подтвердила. Так заказ ` +
          'выглядел бы, если выгрузить его снова.',
        (integration: string) =>
          `Nothing is due to “${integration}” now: it has confirmed this revision. So the order would ` +
          'look if it were sent again.',
      ],
      'not-matching': [
        (integration: string) =>
          `Сейчас заказ в «${integration}» не выгружается: он не подходит под её правила. Так он ` +
          'выглядел бы, если бы подходил.',
        (integration: string) =>
          `The order does not go to “${integration}” now: it does not meet its rules. So it would ` +
          'look if it did.',
      ],
    },
    exact: ['Это те самые байты, что были выданы 1С.', 'These are the very bytes that were given to 1C.'],
    rewritten: [
      'Сами байты уже удалены из журнала; XML написан заново из той же версии заказа.',
      'The bytes are no longer in the journal; the XML is written anew from the same revision.',
    ],
    close: ['Закрыть', 'Close'],
    text: ['XML', 'XML'],
    changes: ['Что изменилось', 'What changed'],
    first: [
      'Раньше этот заказ сюда не выдавался: сравнить не с чем.',
      'The order was not sent here before: there is nothing to compare with.',
    ],
    same: [
      'Ни одна строка не отличается от выданной раньше.',
      'Not a line differs from what was sent before.',
    ],
    comparedWith: [
      (time: string, revision: number) => `По сравнению с выданным ${time}, версия заказа ${revision}.`,
      (time: string, revision: number) => `Compared with what was sent ${time}, revision ${revision}.`,
    ],
    line: [(line: number) => `строка ${line}`, (line: number) => `line ${line}`],
    added: ['добавлено:', 'added:'],
    removed: ['убрано:', 'removed:'],
    cut: [
      (count: string) => `Показаны первые ${count} строк.`,
      (count: string) => `The first ${count} lines are shown.`,
    ],
    difference: ['Различия построчно', 'Differences line by line'],
  },
})
