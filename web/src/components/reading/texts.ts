import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  label: ['Как идёт чтение из 1С', 'How reading 1C goes'],
  states: {
    off: ['выключено', 'off'],
    waiting: ['читает по расписанию', 'reads by the clock'],
    running: ['читает сейчас', 'reading now'],
    failed: ['не получилось', 'failed'],
  },
  progress: ['Сколько прочитано', 'How much is read'],
  documents: [
    (count: number, shown: string) =>
      `${shown}\u00a0${pluralRu(count, 'документ', 'документа', 'документов')}`,
    (count: number, shown: string) => `${shown}\u00a0${pluralEn(count, 'document', 'documents')}`,
  ],
  begun: [(time: string) => `начато ${time}`, (time: string) => `begun ${time}`],
  failure: [(time: string) => `Чтение не удалось ${time}`, (time: string) => `The reading failed ${time}`],
  inTurn: [
    (count: number) => `Неудач подряд: ${count}. Всё, что уже было известно, осталось как есть.`,
    (count: number) => `Failures in turn: ${count}. Whatever was known stays as it was.`,
  ],
  last: ['Последнее чтение', 'Last reading'],
  never: ['ещё ни одного полного', 'none to the end yet'],
  lastOne: [
    (time: string, duration: string) => `${time}, за ${duration}`,
    (time: string, duration: string) => `${time}, took ${duration}`,
  ],
  calls: [(count: string) => `обращений к 1С: ${count}`, (count: string) => `calls of 1C: ${count}`],
  whole: ['все документы', 'all documents'],
  fresh: ['документы последних 45 дней', 'documents of the last 45 days'],
  next: ['Следующее', 'Next one'],
  nextNow: ['сейчас', 'now'],
  organization: ['Организация в 1С', 'Organization in 1C'],
  unconfirmed: ['Без подтверждения', 'Not confirmed'],
  unconfirmedText: [
    (orders: string, loaded: string) => `выдано заказов: ${orders}, из них 1С загрузила: ${loaded}`,
    (orders: string, loaded: string) => `orders given out: ${orders}, of which 1C has loaded: ${loaded}`,
  ],
  partial: [
    'Права этого пользователя 1С скрывают часть документов, поэтому ни один заказ не назван пропавшим. ' +
      'Администратору 1С: дать ему право читать документы организации без ограничений.',
    'The rights of this user of 1C hide a part of the documents, so no order is called missing. The ' +
      'administrator of 1C has to let it read the documents of the organization without restrictions.',
  ],
  unpublished: ['Не опубликовано в 1С', 'Not published in 1C'],
  unpublishedText: [
    'Отметьте это в 1С в составе стандартного интерфейса OData, тогда станет известно больше.',
    'Tick these in 1C in the composition of its standard OData interface, and more will be known.',
  ],
  cutOff: ['Прочитано не до конца', 'Not read to the end'],
  cutOffText: [
    'В 1С этого больше, чем Обмен читает за раз. Об остальном известно то, что было прочитано раньше.',
    '1C has more of these than Obmen reads at once. Of the rest it knows what was read before.',
  ],
})
