import { catalogue } from '../texts/catalogue.js'

export const texts = catalogue({
  title: [
    'База восстановлена из копии: Обмен ничего не отправляет',
    'Restored from a backup: Obmen sends nothing',
  ],
  text: [
    (since: string) =>
      `Приостановлено: ${since}. Ждут вебхуки, оповещения и чтение из 1С; приглашения по почте не уходят. ` +
      'Если это проба копии, так и оставьте: рядом с рабочим сервером она никому не помешает. Если этот ' +
      'сервер заменил прежний, возобновите отправку, и всё, что ждало, уйдёт. Интеграции возобновляются ' +
      'отдельно.',
    (since: string) =>
      `Paused: ${since}. Webhooks, alarms and readings of 1C wait; invitations are not mailed. If a backup is ` +
      'tried here, leave it so: it disturbs nobody beside the server at work. If this server has taken its ' +
      'place, resume sending, and all that has waited goes out. Integrations are resumed one by one.',
  ],
  who: [
    'Возобновляет системный оператор: здесь же или на сервере командой obmen resume.',
    'A system operator resumes it: here, or on the server with obmen resume.',
  ],
  resume: ['Возобновить отправку', 'Resume sending'],
  question: ['Возобновить отправку?', 'Resume sending?'],
  consequence: [
    'Вебхуки и оповещения, которые ждали, уйдут получателям, 1С начнём читать. Прежний сервер должен быть ' +
      'остановлен: иначе получатели узнают обо всём дважды.',
    'Webhooks and alarms that have waited go out, and 1C is read. The former server must be stopped: ' +
      'otherwise receivers are told everything twice.',
  ],
  resumed: ['Отправка возобновлена', 'Sending is resumed'],
})
