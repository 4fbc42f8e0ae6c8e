import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Платформа', 'Platform'],
  about: [
    'Запросы к API, которые должны были что-то изменить: сначала отклонённые, с причиной и телом.',
    'API requests that were to change something: the refused ones first, with reason and body.',
  ],
  search: ['Id заказа', 'Order id'],
  searchPlaceholder: ['Id заказа целиком', 'The whole id of an order'],
  period: ['Период', 'Period'],
  token: ['Токен', 'Token'],
  status: ['Итог', 'Outcome'],
  statuses: {
    refused: ['Отклонённые', 'Refused'],
    accepted: ['Принятые', 'Accepted'],
    all: ['Все', 'All'],
  },
  days: {
    title: ['По дням', 'By day'],
    accepted: ['принято', 'accepted'],
    refused: ['отклонено', 'refused'],
    table: ['Запросы по дням', 'Requests by day'],
  },
  causes: {
    title: ['Причины отказов', 'Causes of refusals'],
    text: ['Нажмите на причину, чтобы увидеть её запросы.', 'Click a cause to see its requests.'],
    facts: [
      (count: string, last: string) => `отказов: ${count}, последний ${last}`,
      (count: string, last: string) => `refusals: ${count}, the last ${last}`,
    ],
    all: [(count: number) => `Все причины: ${count}`, (count: number) => `All causes: ${count}`],
  },
  columns: {
    when: ['Когда', 'When'],
    request: ['Запрос', 'Request'],
    who: ['Кто', 'Who'],
    outcome: ['Ответ', 'Answer'],
    duration: ['Время', 'Took'],
  },
  order: [(id: string) => `Заказ ${id}`, (id: string) => `Order ${id}`],
  line: [(line: number) => `строка ${line} пакета`, (line: number) => `line ${line} of a batch`],
  batch: [
    (lines: number, refused: number) => `Строк: ${lines}, отклонено: ${refused}`,
    (lines: number, refused: number) => `Lines: ${lines}, refused: ${refused}`,
  ],
  accepted: ['принят', 'accepted'],
  fields: ['Что исправить', 'What to mend'],
  body: ['Тело запроса', 'Body'],
  bodyCut: [
    (size: string) => `Показано начало: прислано ${size}.`,
    (size: string) => `This is the beginning: ${size} were sent.`,
  ],
  noBody: ['Тело не хранится.', 'The body is not kept.'],
  curl: {
    copy: ['Скопировать как curl', 'Copy as curl'],
    copied: ['Скопировано', 'Copied'],
    text: [
      'Команда для bash; токен она берёт из переменной OBMEN_TOKEN. Скрытое в теле замените сами.',
      'A command for bash; it takes the token from OBMEN_TOKEN. Fill in what is masked in the body.',
    ],
  },
  requestId: ['Номер запроса', 'Request id'],
  reset: ['Сбросить фильтры', 'Reset the filters'],
  close: ['Закрыть', 'Close'],
  none: {
    title: ['Отклонённых запросов нет', 'No refused requests'],
    text: [
      'Если платформа пришлёт заказ с ошибкой, он появится здесь: с причиной, неверными полями и ' +
        'телом запроса.',
      'When the platform sends an order with a mistake, it will be here: the reason, the wrong ' +
        'fields and the body.',
    ],
  },
  nothing: {
    title: ['Таких запросов нет', 'No such requests'],
    text: [
      'Измените условия. Запросы хранятся ограниченное время (INTAKE_KEEP_DAYS).',
      'Change the conditions. Requests are kept for a limited time (INTAKE_KEEP_DAYS).',
    ],
    ofOrder: [
      'Принятые строки пакетов по одной не записываются, только пакет целиком: что стало с таким ' +
        'заказом, показывает его страница.',
      'Accepted lines of batches are not recorded one by one, only the batch as a whole: what ' +
        'became of such an order is on its page.',
    ],
    toOrder: ['Открыть заказ', 'Open the order'],
  },
})
