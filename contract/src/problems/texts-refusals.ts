import { pluralRu } from '../plural.js'
import { explainMismatch, type Mismatch } from '../states/texts-mismatch.js'

type NamedRole = 'location-administrator' | 'accountant' | 'system-operator'

/** Why REST refuses a request as a whole: nothing of that id, no right, changed meanwhile, too busy. Russian; each by its code. */
export const REFUSAL_PROBLEMS = {
  'location-not-found': 'Такой локации нет.',
  'company-not-found': 'Такой компании нет: возможно, её завели в другой локации или удалили.',
  'integration-not-found': 'Такой интеграции в этой локации нет: возможно, её удалили.',
  'order-not-found': ({ id }: { id: string }) => `Заказа «${id}» в этой локации нет. Проверьте id.`,
  'revision-not-found': ({ id, revision }: { id: string; revision: number }) =>
    `У заказа «${id}» нет ревизии ${revision}.`,
  'order-not-in-batch': 'В этой выдаче заказа не было.',
  'xml-not-kept': 'Этот XML уже не хранится, и восстановить его не по чему: интеграция удалена.',
  'order-of-other-company': 'Интеграция другой компании: этот заказ в неё не выгружается.',
  'exchange-not-found':
    'Такого обмена нет: возможно, его записи уже убраны по сроку хранения (JOURNAL_KEEP_DAYS).',
  'upload-not-found': 'Такого файла из 1С нет: его срок хранения прошёл, или id не тот.',
  'task-not-found': 'Такой задачи нет: возможно, её интеграция удалена. Обновите список.',
  'request-not-found':
    'Такого запроса нет: возможно, он хранился дольше INTAKE_KEEP_DAYS дней. Откройте список запросов.',
  'bulk-action-not-found': 'Такого действия нет: возможно, его запись уже убрана по сроку хранения.',
  'item-not-found': 'Такой позиции в каталоге этой 1С нет. Проверьте её id и интеграцию.',
  'webhook-not-found': 'Такого вебхука нет: возможно, его удалили.',
  'attempt-not-found': 'Такой попытки нет, или её событие уже удалили по сроку хранения: повторить нечего.',
  'user-not-found': 'Такого пользователя нет.',
  'invitation-not-found':
    'Приглашение не найдено: ссылка использована, отозвана или просрочена. Попросите пригласить вас ещё раз.',
  'token-not-found': 'Такого токена нет: возможно, его уже отозвали.',
  'token-lacks-right': ({ right }: { right: string }) =>
    `У токена нет права «${right}». Создайте токен с этим правом в «Настройках системы».`,
  'people-only': 'Пользователями и токенами управляют люди в веб-приложении, не токены.',
  'role-needed': ({ role }: { role: NamedRole }) => `Это доступно только роли «${ROLE_NAMES[role]}».`,
  'no-location':
    'Ваша учётная запись не относится ни к одной локации. Попросите администратора локации дать вам роль.',
  'location-role-gone':
    'В локации, которую показывает эта страница, у вас больше нет роли. Обновите страницу.',
  'not-from-the-app': 'Запрос пришёл не из веб-приложения Обмена. Обновите страницу и повторите.',
  'sign-in-failed': 'Неверная электронная почта или пароль.',
  'sign-in-locked': ({ minutes }: { minutes: number }) =>
    `Слишком много неудачных попыток входа. Подождите ${minutes} ${pluralRu(minutes, 'минуту', 'минуты', 'минут')} и попробуйте снова; если забыли пароль, попросите того, кто управляет сервером, назначить новый (команда obmen password).`,
  'sign-ins-busy': 'Слишком много входов одновременно. Повторите через несколько секунд.',
  'order-company-fixed': ({ id }: { id: string }) =>
    `Заказ «${id}» принадлежит другой компании, а компания заказа не меняется. Отмените его и создайте новый с другим id.`,
  'order-company-unknown': ({ id }: { id: string }) =>
    `Компании «${id}» в этой локации нет. Возьмите id из GET /api/v1/companies.`,
  'order-company-archived': ({ name }: { name: string }) =>
    `Компания «${name}» в архиве и новых заказов не принимает. Верните её из архива или укажите другую.`,
  'order-date-fixed': ({ id }: { id: string }) =>
    `Дату заказа «${id}» менять поздно: он уже выдавался 1С, и 1С находит его по дате. Отправьте прежнее значение placedAt.`,
  'order-revision-other': ({ id, wanted, present }: { id: string; wanted: number; present: number }) =>
    `У заказа «${id}» сейчас ревизия ${present}, а запрос требует ревизию ${wanted}. Прочитайте заказ заново и повторите.`,
  'order-revision-missing': ({ id, wanted }: { id: string; wanted: number }) =>
    `Заказа «${id}» ещё нет, а запрос требует ревизию ${wanted}. Повторите без If-Match.`,
  'order-missing': ({ id }: { id: string }) =>
    `Заказа «${id}» ещё нет, а запрос требует, чтобы он был. Повторите без If-Match.`,
  'order-there-already': ({ id, present }: { id: string; present: number }) =>
    `Заказ «${id}» уже есть (ревизия ${present}), а запрос требует, чтобы его не было. Измените его без If-None-Match или отправьте новый под другим id.`,
  'order-too-large': ({ bytes, limit }: { bytes: number; limit: number }) =>
    `Заказ занимает ${megabytes(bytes)} МБ, а заказу отведено не больше ${megabytes(limit)} МБ. Разделите его на несколько заказов или сократите названия строк.`,
  'resend-refused': ({ name, mismatch }: { name: string; mismatch: Mismatch }) =>
    `Заказ нельзя отправить в «${name}»: эта 1С его не подтверждала, и он не подходит под правила. ${explainMismatch(mismatch, 'ru')}`,
  'integration-changed-meanwhile':
    'Интеграцию за это время изменил кто-то другой: посмотрите новые значения и внесите свои изменения ещё раз.',
  'company-changed-meanwhile':
    'Компанию за это время изменил кто-то другой: посмотрите новые значения и внесите свои изменения ещё раз.',
  'companies-changed-meanwhile':
    'Компании этого бухгалтера за это время изменил кто-то другой: посмотрите, какие выбраны теперь, и внесите свои изменения ещё раз.',
  'location-changed-meanwhile':
    'Локацию за это время изменил кто-то другой: посмотрите новые значения и внесите свои изменения ещё раз.',
  'json-broken-at': ({ line, column }: { line: number; column: number }) =>
    `Тело запроса не разобрать как JSON: строка ${line}, позиция ${column}. Проверьте кавычки, запятые и скобки.`,
  'body-too-large': ({ limit, setting }: { limit: number; setting?: string }) =>
    setting
      ? `Тело запроса больше ${limit} байт (настройка ${setting}). Разбейте его на части или увеличьте настройку.`
      : `Тело запроса больше ${limit} байт. Разбейте его на части.`,
  'body-empty': 'Тело запроса пусто, а нужен JSON.',
  'body-encoded': ({ encoding }: { encoding: string }) =>
    `Content-Encoding «${encoding}» не поддерживается. Отправьте тело без сжатия и без этого заголовка.`,
  'file-type-needed': 'Файл из 1С — это Content-Type: application/octet-stream, сам файл в теле запроса.',
  'batch-type-needed': 'Пакет заказов — это Content-Type: application/x-ndjson, заказ на строку.',
  'line-too-long': ({ limit }: { limit: number }) =>
    `Строка длиннее ${limit} байт (настройка REQUEST_BODY_LIMIT).`,
  'inspected-file-too-large': ({ limit }: { limit: number }) =>
    `Файл больше ${limit} байт. Проверьте его на сервере командой obmen 1c inspect.`,
  'inspections-busy': 'Сервер уже проверяет другие файлы. Повторите через несколько секунд.',
  'intake-busy':
    'Сервер уже читает столько заказов, сколько может, и этот не принял. Ничего не потеряно: повторите запрос через несколько секунд.',
  'too-many-bytes':
    'Сервер уже держит столько присланных данных, сколько может, и эти не принял. Ничего не потеряно: повторите запрос через несколько секунд.',
  'body-came-too-slowly':
    'Данные приходили слишком медленно, и сервер не стал ждать их конца. Они не приняты: повторите запрос.',
  'database-busy':
    'База данных занята и не успела ответить. Ничего не записано: повторите запрос через несколько секунд.',
  'no-room-for-answer':
    'Сервер сейчас отдаёт заказы другим и не нашёл памяти для этого ответа. Ничего не потеряно: повторите обмен через минуту.',
  'answer-taken-too-slowly':
    'Ответ прерван: его принимали слишком медленно, а другие ждали памяти, которую он занимал. Заказы остались к выгрузке, следующий обмен отдаст их снова.',
  'live-streams-of-caller': ({ limit }: { limit: number }) =>
    `Живых событий у вас уже слушают ${limit} вкладок или программ, больше нельзя. Закройте лишние; эта страница обновляется реже.`,
  'live-streams-full':
    'Сервер уже передаёт живые события стольким, скольким может. Повторите через полминуты; остальные запросы работают как обычно.',
  'dry-runs-busy':
    'Сейчас идёт слишком много проверок, и очередь к ним заполнена. Ничего не проверено; повторите через полминуты.',
  'dry-runs-of-location':
    'Две проверки этой локации уже идут или ждут очереди. Дождитесь их окончания и повторите.',
  'dry-run-late': ({ seconds }: { seconds: number }) =>
    `Проверка не уложилась в ${seconds} с и остановлена; ни один заказ не проверен, ничего не отмечено. Повторите позже или проверьте меньше заказов (параметр limit).`,
  'dry-run-too-large':
    'Проверке не хватило памяти даже на первые заказы выгрузки; ни один заказ не проверен, ничего не отмечено. Проверьте меньше заказов (параметр limit).',
}

const ROLE_NAMES: Readonly<Record<NamedRole, string>> = {
  'location-administrator': 'Администратор локации',
  accountant: 'Бухгалтер',
  'system-operator': 'Системный оператор',
}

/** Rounded up, so that what is over a limit never reads as the limit itself. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes * 10) / 2 ** 20) / 10).toLocaleString('ru')
}
