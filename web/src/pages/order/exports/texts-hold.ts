import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    hold: {
      button: 'Удержать',
      title: 'Удержать заказ?',
      text: (integration: string) =>
        `Заказ не пойдёт в 1С «${integration}», пока вы его не отпустите. Изменения с платформы ` +
        'Обмен продолжит принимать, в другие 1С заказ идёт как прежде.',
      reason: 'Почему',
      reasonMissing: 'Напишите, почему заказ удержан: это увидят все, кто его откроет.',
      reasonLong: (most: number, now: number) => `Сократите: не длиннее ${most} знаков, сейчас ${now}.`,
    },
    release: {
      button: 'Отпустить',
      anyway: 'Отправить всё равно',
      title: 'Отпустить заказ?',
      action: 'Отпустить',
      text: {
        person: (integration: string) =>
          `1С «${integration}» получит заказ при следующем обмене. Если проверка видит, что 1С его ` +
          'не примет, он останется удержанным.',
        finding: (integration: string) =>
          `1С «${integration}» получит заказ при следующем обмене, хотя проверка против: см. «Что ` +
          'сделает 1С». Это останется в истории заказа.',
        quarantine: (integration: string) =>
          `1С «${integration}» получит заказ снова, отдельно от других. Если она опять его не ` +
          'примет, Обмен отложит его сам.',
      },
      done: 'Заказ пойдёт при следующем обмене',
      staysHeld: 'Заказ остаётся удержанным: проверка против',
    },
  },
  {
    hold: {
      button: 'Hold back',
      title: 'Hold the order back?',
      text: (integration: string) =>
        `The order does not go to 1C “${integration}” until you release it. Changes by the platform ` +
        'are still taken, and other 1C bases get the order as before.',
      reason: 'Why',
      reasonMissing: 'Write why the order is held back: everybody who opens it will see that.',
      reasonLong: (most: number, now: number) => `Shorten it: at most ${most} characters, now ${now}.`,
    },
    release: {
      button: 'Release',
      anyway: 'Send all the same',
      title: 'Release the order?',
      action: 'Release',
      text: {
        person: (integration: string) =>
          `1C “${integration}” gets the order with the next exchange. If the check sees that 1C ` +
          'would refuse it, it stays held.',
        finding: (integration: string) =>
          `1C “${integration}” gets the order with the next exchange although the check speaks ` +
          'against it. This stays in the history of the order.',
        quarantine: (integration: string) =>
          `1C “${integration}” gets the order once more, apart from the others. If it refuses the ` +
          'order again, Obmen sets it aside by itself.',
      },
      done: 'The order goes out with the next exchange',
      staysHeld: 'The order stays held: the check speaks against it',
    },
  },
)
