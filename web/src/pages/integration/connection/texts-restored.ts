import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['С какого номера продолжить', 'From which number to go on'],
  about: [
    (time: string) =>
      `Обмен восстановили из резервной копии ${time}. Что было после этой копии, он не помнит: какие ` +
      'номера выдал и какие заказы 1С загрузила. Дай он эти номера другим заказам, 1С записала бы их ' +
      'поверх чужих документов. Поэтому обмен остановлен, пока вы не скажете, с какого номера продолжить.',
    (time: string) =>
      `Obmen was restored from a backup ${time}. It does not remember what came after that backup: which ` +
      'numbers it gave out and which orders 1C loaded. If others got those numbers, 1C would write them ' +
      'over documents that are not theirs. So the exchange is stopped until you say from which number to ' +
      'go on.',
  ],
  steps: [
    [
      'Откройте в 1С список заказов с сайта: «Счета покупателям» в Бухгалтерии, «Заказы покупателей» в УНФ ' +
        'и Рознице, «Заказы клиентов» в УТ, КА и ERP.',
      'Упорядочьте его по номеру и найдите наибольший. Буквы и нули впереди не в счёт: 0000-005017 — это ' +
        '5017.',
      'Введите ниже число больше него, лучше с запасом: пропущенные номера ничему не мешают.',
    ],
    [
      'Open in 1C the list of orders that came from the site: «Счета покупателям» in Accounting, «Заказы ' +
        'покупателей» in UNF and Retail, «Заказы клиентов» in UT, KA and ERP.',
      'Sort it by number and find the highest one. Letters and zeros in front don’t count: 0000-005017 ' +
        'is 5017.',
      'Enter a higher one below, best with some room: numbers left out do no harm.',
    ],
  ],
  next: ['Следующий номер', 'Next number'],
  proposed: [
    (number: string) =>
      `Предлагаем ${number}: наибольший номер, который Обмен знает, и запас. Если в 1С есть больше, ` +
      `введите ` +
      'больше того.',
    (number: string) =>
      `${number} is proposed: the highest number that Obmen knows, and some room. If 1C has a higher one, ` +
      'enter one above that.',
  ],
  needed: ['Введите номер', 'Enter a number'],
  what: ['Что будет', 'What will happen'],
  effects: [
    [
      'Новые заказы получат номера, начиная с этого. Счёт общий для всех интеграций компании.',
      'Заказы, которые 1С подтвердила после копии, уйдут ещё раз под прежними номерами: 1С обновит свои ' +
        'документы и запишет поверх того, что в них исправили руками.',
      'Заказов, которые платформа прислала после копии, в Обмене нет: попросите её прислать их снова. Те ' +
        'из ' +
        'них, что 1С уже загрузила, придут под новыми номерами: прежние документы и их оплаты пометьте в ' +
        'ней ' +
        'на удаление.',
    ],
    [
      'New orders get numbers from this one on. All integrations of the company count together.',
      'Orders that 1C confirmed after the backup go once more under their old numbers: 1C renews its ' +
        'documents, over what was changed in them by hand.',
      'Orders that the platform put after the backup are not here: ask it to put them again. Those that 1C ' +
        'has loaded already come under new numbers: mark the old documents and their payments there for ' +
        'deletion.',
    ],
  ],
  checked: [
    'Номера в 1С проверены: все они меньше этого',
    'The numbers in 1C have been looked at: all are below this one',
  ],
  checkNeeded: ['Посмотрите номера в 1С и отметьте это', 'Look at the numbers in 1C and tick this'],
  resume: ['Возобновить обмен', 'Resume the exchange'],
  resumed: ['Обмен возобновлён', 'The exchange is resumed'],
})
