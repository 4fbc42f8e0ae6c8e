import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Где заказ', 'Where the order is'],
  steps: {
    received: ['получен', 'received'],
    given: ['выдан', 'given out'],
    in1C: ['в 1С', 'in 1C'],
  },
  toRules: ['Посмотреть правила', 'See the rules'],
  confirmed: [
    (name: string, what: string, time: string) => `В 1С «${name}»: ${what}, подтверждено ${time}.`,
    (name: string, what: string, time: string) => `In 1C “${name}”: ${what}, confirmed ${time}.`,
  ],
  seen: [
    (name: string, what: string) => `В 1С «${name}»: ${what}. Подтверждения загрузки пока нет.`,
    (name: string, what: string) => `In 1C “${name}”: ${what}. The load is not confirmed yet.`,
  ],
  number: [(number: string) => `заказ № ${number}`, (number: string) => `order No. ${number}`],
  invoice: [(number: string) => `счёт № ${number}`, (number: string) => `invoice No. ${number}`],
  document: [(number: string) => `документ № ${number}`, (number: string) => `document No. ${number}`],
  of: [(day: string) => ` от ${day}`, (day: string) => ` of ${day}`],
  payment: [(sum: string) => `оплата ${sum}`, (sum: string) => `payment ${sum}`],
  payments: [
    (count: number) => `${count} ${pluralRu(count, 'оплата', 'оплаты', 'оплат')}`,
    (count: number) => `${count} ${pluralEn(count, 'payment', 'payments')}`,
  ],
  paid: ['оплачен', 'paid'],
  read: {
    confirmed: [
      (name: string, what: string, time: string) => `В 1С «${name}»: ${what}. Прочитано из 1С ${time}.`,
      (name: string, what: string, time: string) => `In 1C “${name}”: ${what}. Read from 1C ${time}.`,
    ],
    seen: [
      (name: string, what: string, time: string) =>
        `В 1С «${name}»: ${what}. Подтверждения загрузки нет, но по чтению ${time} он там есть.`,
      (name: string, what: string, time: string) =>
        `In 1C “${name}”: ${what}. The load is not confirmed, but as read ${time} it is there.`,
    ],
    loaded: [
      ' По чтению из 1С она его всё же загрузила.',
      ' As read from 1C, it has loaded it all the same.',
    ],
    notLoaded: [' По чтению из 1С она его не загрузила.', ' As read from 1C, it has not loaded it.'],
    missing: [
      (name: string) =>
        `В 1С «${name}» этого заказа нет: так сказали два полных чтения подряд. Что делать, написано ниже.`,
      (name: string) =>
        `Missing in 1C “${name}”: two complete readings in turn have said so. What to do is told below.`,
    ],
    doubled: [
      (name: string) => `В 1С «${name}» этот заказ дважды. Что делать, написано ниже.`,
      (name: string) => `Twice in 1C “${name}”. What to do is told below.`,
    ],
    again: [' При следующем обмене он уйдёт снова.', ' It goes again with the next exchange.'],
    invoice: [(number: string) => `счёт ${number}`, (number: string) => `invoice ${number}`],
    paid: [
      (sum: string, by: string) => `оплачен ${sum}${by}`,
      (sum: string, by: string) => `paid ${sum}${by}`,
    ],
    partly: [
      (sum: string, of: string, by: string) => `оплачено ${sum} из ${of}${by}`,
      (sum: string, of: string, by: string) => `paid ${sum} of ${of}${by}`,
    ],
    unpaid: ['денег нет', 'no money'],
    refunded: [(sum: string) => `возвращено ${sum}`, (sum: string) => `${sum} given back`],
    status: [(status: string) => `статус «${status}»`, (status: string) => `status “${status}”`],
    unposted: ['не проведён', 'not posted'],
    number: [(number: string) => ` № ${number}`, (number: string) => ` No. ${number}`],
  },
  canceled: ['отменён', 'canceled'],
  deleted: ['помечен на удаление', 'marked for deletion'],
  changed: [
    (name: string, has: number, now: number) =>
      `В 1С «${name}» версия заказа ${has}. Новая, ${now}, уйдёт при следующем обмене.`,
    (name: string, has: number, now: number) =>
      `1C “${name}” has revision ${has}. The new one, ${now}, goes with the next exchange.`,
  ],
  again: [
    (name: string) => `В 1С «${name}» есть, уйдёт снова при следующем обмене.`,
    (name: string) => `In 1C “${name}”; it goes again with the next exchange.`,
  ],
  behind: [
    (name: string, has: number, why: string) => `В 1С «${name}» версия заказа ${has}, новой нет: она ${why}.`,
    (name: string, has: number, why: string) =>
      `1C “${name}” has revision ${has}, not the new one: it ${why}.`,
  ],
  owed: [
    (name: string, time: string) => `Ждёт с ${time}: «${name}» получит его при следующем обмене.`,
    (name: string, time: string) => `Waiting since ${time}: “${name}” gets it with the next exchange.`,
  ],
  offered: [
    (name: string, time: string) => `Выдан 1С «${name}» ${time}, подтверждения пока нет.`,
    (name: string, time: string) => `Given out to 1C “${name}” ${time}, not confirmed yet.`,
  ],
  notIn: [
    (name: string, why: string) => `Не в 1С: «${name}» ${why}.`,
    (name: string, why: string) => `Not in 1C: “${name}” ${why}.`,
  ],
  notMatching: [
    (name: string, why: string) => `Не идёт в 1С «${name}»: ${why}.`,
    (name: string, why: string) => `Does not go to 1C “${name}”: ${why}.`,
  ],
  held: {
    person: [
      (name: string, why: string, by: string) => `Удержан${by}, в 1С «${name}» не идёт: ${why}.`,
      (name: string, why: string, by: string) => `Held back${by} from 1C “${name}”: ${why}.`,
    ],
    finding: [
      (name: string, why: string) => `Удержан: «${name}» его не приняла бы: ${why}.`,
      (name: string, why: string) => `Held back: “${name}” would not take it: ${why}.`,
    ],
    quarantine: [
      (name: string) => `Удержан: «${name}» его не приняла.`,
      (name: string) => `Held back: “${name}” did not take it.`,
    ],
    retry: [(time: string) => ` Попробуем снова ${time}.`, (time: string) => ` Tried again ${time}.`],
    absent: [(why: string) => ` Сейчас она ${why}.`, (why: string) => ` Now it ${why}.`],
    retryNow: [' Попробуем снова при следующем обмене.', ' Tried again with the next exchange.'],
  },
  troubles: {
    'never-called': ['ещё не подключилась', 'has not connected yet'],
    'new-password': [
      (time: string) => `не входила с новым паролем, он создан ${time}`,
      (time: string) => `has not signed in with the new password of ${time}`,
    ],
    'wrong-password': [
      (time: string) => `не может войти с ${time}, неверный пароль`,
      (time: string) => `can’t sign in since ${time}, wrong password`,
    ],
    'wrong-login': [
      (time: string) => `не может войти с ${time}, неверный логин`,
      (time: string) => `can’t sign in since ${time}, wrong login`,
    ],
    'not-confirmed': [
      (time: string) => `не подтверждает загрузку с ${time}`,
      (time: string) => `has not confirmed the load since ${time}`,
    ],
    searching: [
      (time: string) => `не подтверждает заказы с ${time}, Обмен ищет, какой она не принимает`,
      (time: string) => `has confirmed no orders since ${time}, Obmen looks for the one it does not accept`,
    ],
    'takes-none': [
      (time: string) => `не принимает ни одного заказа с ${time}`,
      (time: string) => `accepts no order at all since ${time}`,
    ],
    cut: [
      (time: string) => `не получает заказы до конца с ${time}, передача обрывается`,
      (time: string) => `does not get orders to the end since ${time}, the transfer breaks off`,
    ],
    failed: [
      (time: string) => `не может провести обмен с ${time}`,
      (time: string) => `can’t complete an exchange since ${time}`,
    ],
    'no-calls': [
      (time: string) => `не обращается с ${time}`,
      (time: string) => `has not called since ${time}`,
    ],
    paused: [(time: string) => `приостановлена с ${time}`, (time: string) => `is paused since ${time}`],
  },
})
