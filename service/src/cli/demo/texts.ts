const RUBLES = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' })

export const DEMO_TEXTS = {
  description: 'показать весь путь заказа на временной базе: платформа, Обмен и четыре программы 1С',
  exit: 'закончить после показа; код 0, если всё прошло как обещано',
  starting: 'Запускаем Обмен на временной базе данных…',
  started: (address: string) => `Обмен работает: ${address}`,
  act: (number: number, title: string) =>
    `\n── ${number}. ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`,
  kept: (promise: string) => `  ✓ ${promise}`,
  broken: (promise: string) => `  ✗ НЕ ТАК, КАК ОБЕЩАНО: ${promise}`,
  actOrders: 'Платформа отправляет заказы',
  sent: (company: string, orders: number, rules: string) => `  ${company}: заказов ${orders}. ${rules}`,
  actPull: 'Четыре 1С забирают свои заказы',
  pulled: (title: string, company: string) => `\n  ${title} (${company})`,
  document: (kind: string, number: string, sum: string, customer: string) =>
    `    ${kind} ${number}  ${sum}  ${customer}`,
  payment: (kind: string, number: string) => `      └ ${kind} ${number}`,
  sum: (total: string) => RUBLES.format(Number(total)),
  more: (count: number) => `    … и ещё ${count}`,
  made: (documents: number, payments: number) => `    Итого: документов ${documents}, оплат ${payments}.`,
  promiseMade: (expected: number) => `каждый подходящий заказ (${expected}) стал ровно одним документом`,
  promiseSums: 'суммы документов сошлись с заказами до копейки',
  promiseNothingOwed: 'больше ничего не ждёт выгрузки',
  actWebhook: 'Платформа узнаёт об этом вебхуком',
  received: (type: string, order: string) => `    ${type}  заказ ${order}  подпись верна`,
  promiseTold: (count: number) => `о каждом подтверждённом заказе (${count}) пришёл вебхук с верной подписью`,
  actRepeat: 'Повторный обмен ничего не удваивает',
  promiseEmpty: (title: string) => `${title}: повторный обмен не принёс ни одного заказа`,
  actUpload: 'Менеджер провёл и отгрузил заказ в 1С',
  managed: (number: string, order: string) =>
    `  Управление торговлей: документ ${number} (заказ ${order}) проведён, оплачен, отгружен и ` +
    'выгружен обратно.',
  promiseShipped: (number: string) =>
    `платформа узнала вебхуком с верной подписью, что документ ${number} проведён и отгружен`,
  promiseAsked: 'то же отвечает REST: номер документа в 1С и его оплата',
  actChange: 'Заказ изменился между выгрузкой и подтверждением',
  changing: (id: string) => `  1С скачала заказ ${id}; пока она его сохраняет, платформа меняет сумму.`,
  promiseStillOwed: 'подтверждена только та версия заказа, что была выдана; новая снова ждёт',
  promiseCameAgain: (number: string, total: string) =>
    `следующий обмен принёс новую версию заказа: счёт ${number} теперь на ${total}`,
  promiseNoDouble: 'счёт и оплата не удвоились',
  actCrash: '1С упала, не успев подтвердить',
  crashing: (count: number) => `  1С скачала и сохранила новых заказов: ${count} — и упала до «success».`,
  promiseStillThere: 'неподтверждённые заказы остались в очереди',
  promiseRecovered: 'следующий обмен подтвердил их, ни один не потерян и не удвоен',
  actCancel: 'Выгруженный заказ отменён',
  promiseCanceled: (number: string) => `счёт ${number} в 1С отмечен отменённым`,
  actPoison: '1С не принимает один из заказов',
  poisoned: (count: number, number: string) =>
    `  Новых заказов: ${count}. Документ заказа ${number} в 1С записать нельзя, и она не скажет, что ` +
    'дело в нём.',
  journal: (summary: string) => `  ${summary}`,
  promiseOthersArrived: 'остальные заказы в 1С, и каждый один раз',
  promiseSetAside: (number: string) => `заказ ${number} найден и удержан`,
  actReadBack: 'Обмен сам читает Бухгалтерию и видит, что сделал в ней бухгалтер',
  paidByHand: (number: string, sum: string) => `  Бухгалтер провёл в 1С оплату счёта ${number}: ${sum}.`,
  removedByHand: (number: string) => `  Бухгалтер удалил из 1С счёт ${number}.`,
  wasRead: (documents: number) => `  Обмен прочитал базу 1С по OData: документов ${documents}.`,
  promisePaidRead: (number: string, payment: string) =>
    `счёт ${number} в Обмене оплачен, документ оплаты в 1С – ${payment}`,
  promiseNotYetMissing: 'после одного чтения счёт ещё не назван пропавшим',
  promiseMissing: (order: string) => `после второго чтения сверка называет: в 1С нет счёта заказа ${order}`,
  notRead: 'Чтение из 1С не закончилось за минуту.',
  asPromised: '\nВсё прошло как обещано.',
  notAsPromised: (count: number) =>
    `Не как обещано: ${count}. Смотрите строки «✗» выше и сообщите разработчикам.`,
  stays: (address: string, email: string, password: string) =>
    `\nОткройте ${address}\n  Электронная почта  ${email}\n  Пароль             ` +
    `${password}\n\nДемонстрация работает, пока не нажмёте Ctrl-C; временная база будет удалена.`,
}
