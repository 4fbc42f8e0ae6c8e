import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  hold: {
    button: ['Удержать', 'Hold back'],
    title: ['Удержать заказ?', 'Hold the order back?'],
    text: [
      (integration: string) =>
        `Заказ не пойдёт в 1С «${integration}», пока вы его не отпустите. Изменения с платформы ` +
        'Обмен продолжит принимать, в другие 1С заказ идёт как прежде.',
      (integration: string) =>
        `The order does not go to 1C “${integration}” until you release it. Changes by the platform ` +
        'are still taken, and other 1C bases get the order as before.',
    ],
    reason: ['Почему', 'Why'],
    reasonMissing: [
      'Напишите, почему заказ удержан: это увидят все, кто его откроет.',
      'Write why the order is held back: everybody who opens it will see that.',
    ],
    reasonLong: [
      (most: number, now: number) => `Сократите: не длиннее ${most} знаков, сейчас ${now}.`,
      (most: number, now: number) => `Shorten it: at most ${most} characters, now ${now}.`,
    ],
  },
  release: {
    button: ['Отпустить', 'Release'],
    anyway: ['Выгрузить всё равно', 'Send all the same'],
    title: ['Отпустить заказ?', 'Release the order?'],
    action: ['Отпустить', 'Release'],
    text: {
      person: [
        (integration: string) =>
          `1С «${integration}» получит заказ при следующем обмене. Если проверка видит, что 1С его ` +
          'не примет, он останется удержанным.',
        (integration: string) =>
          `1C “${integration}” gets the order with the next exchange. If the check sees that 1C ` +
          'would refuse it, it stays held.',
      ],
      finding: [
        (integration: string) =>
          `1С «${integration}» получит заказ при следующем обмене, хотя проверка против: см. «Что ` +
          'сделает 1С». Это останется в истории заказа.',
        (integration: string) =>
          `1C “${integration}” gets the order with the next exchange although the check speaks ` +
          'against it. This stays in the history of the order.',
      ],
      quarantine: [
        (integration: string) =>
          `1С «${integration}» получит заказ снова, отдельно от других. Если она опять его не ` +
          'примет, Обмен снова его удержит.',
        (integration: string) =>
          `1C “${integration}” gets the order once more, apart from the others. If it refuses the ` +
          'order again, Obmen holds it back once more.',
      ],
    },
    done: ['Заказ пойдёт при следующем обмене', 'The order goes out with the next exchange'],
    staysHeld: [
      'Заказ остаётся удержанным: проверка против',
      'The order stays held: the check speaks against it',
    ],
  },
})
