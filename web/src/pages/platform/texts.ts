import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Платформа',
    about: 'Запросы к API, которые должны были что-то изменить: сначала отклонённые, с причиной и телом.',
    search: 'Id заказа',
    searchPlaceholder: 'Id заказа целиком',
    period: 'Период',
    status: 'Итог',
    statuses: { refused: 'Отклонённые', accepted: 'Принятые', all: 'Все' },
    columns: { when: 'Когда', request: 'Запрос', who: 'Кто', outcome: 'Ответ', duration: 'Время' },
    order: (id: string) => `Заказ ${id}`,
    line: (line: number) => `строка ${line} пакета`,
    batch: (lines: number, refused: number) => `Строк: ${lines}, отклонено: ${refused}`,
    accepted: 'принят',
    fields: 'Что исправить',
    body: 'Тело запроса',
    bodyCut: (size: string) => `Показано начало: прислано ${size}.`,
    noBody: 'Тело не хранится.',
    requestId: 'Номер запроса',
    reset: 'Сбросить фильтры',
    close: 'Закрыть',
    none: {
      title: 'Отклонённых запросов нет',
      text:
        'Если платформа пришлёт заказ с ошибкой, он появится здесь: с причиной, неверными полями и ' +
        'телом запроса.',
    },
    nothing: {
      title: 'Таких запросов нет',
      text: 'Измените условия. Запросы хранятся ограниченное время (INTAKE_KEEP_DAYS).',
      ofOrder:
        'Принятые строки пакетов по одной не записываются, только пакет целиком: что стало с таким ' +
        'заказом, показывает его страница.',
      toOrder: 'Открыть заказ',
    },
  },
  {
    title: 'Platform',
    about: 'API requests that were to change something: the refused ones first, with reason and body.',
    search: 'Order id',
    searchPlaceholder: 'The whole id of an order',
    period: 'Period',
    status: 'Outcome',
    statuses: { refused: 'Refused', accepted: 'Accepted', all: 'All' },
    columns: { when: 'When', request: 'Request', who: 'Who', outcome: 'Answer', duration: 'Took' },
    order: (id: string) => `Order ${id}`,
    line: (line: number) => `line ${line} of a batch`,
    batch: (lines: number, refused: number) => `Lines: ${lines}, refused: ${refused}`,
    accepted: 'accepted',
    fields: 'What to mend',
    body: 'Body',
    bodyCut: (size: string) => `This is the beginning: ${size} were sent.`,
    noBody: 'The body is not kept.',
    requestId: 'Request id',
    reset: 'Reset the filters',
    close: 'Close',
    none: {
      title: 'No refused requests',
      text:
        'When the platform sends an order with a mistake, it will be here: the reason, the wrong ' +
        'fields and the body.',
    },
    nothing: {
      title: 'No such requests',
      text: 'Change the conditions. Requests are kept for a limited time (INTAKE_KEEP_DAYS).',
      ofOrder:
        'Accepted lines of batches are not recorded one by one, only the batch as a whole: what ' +
        'became of such an order is on its page.',
      toOrder: 'Open the order',
    },
  },
)
