import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  now: ['Что делают правила', 'What the rules do'],
  title: ['Настройки', 'Settings'],
  text: [
    'Изменение пересчитывает, какие заказы ждут выгрузки. Подтверждённые заказы остаются ' +
      'подтверждёнными.',
    'A change calculates anew which orders are waiting. Confirmed orders stay confirmed.',
  ],
  name: ['Наименование', 'Name'],
  nameNeeded: ['Введите наименование', 'Enter a name'],
  settingsBroken: [
    'Исправьте настройки: место ошибки отмечено в тексте',
    'Mend the settings: the place is marked in the text',
  ],
  stand: [
    (owed: string, held: string, confirmed: string) =>
      `Ждут не все: из всех заказов этой 1С ждут ${owed}, удержано ${held}, подтверждено ${confirmed}.`,
    (owed: string, held: string, confirmed: string) =>
      `Not all wait: of all orders of this 1C ${owed} wait, ${held} are held, ${confirmed} confirmed.`,
  ],
  save: ['Сохранить', 'Save'],
  cancel: ['Отменить', 'Cancel'],
  saved: ['Изменения сохранены', 'Changes saved'],
  conflictTitle: [
    'Интеграцию изменил другой администратор',
    'Another administrator has changed the integration',
  ],
  conflictText: [
    'Пока вы правили настройки, их сохранил кто-то ещё. Ваши правки остались в полях и ничего не ' +
      'перезаписали. Посмотрите новое состояние и решите, что сохранить.',
    'While you were editing, somebody else saved. Your edits are still in the fields and have ' +
      'overwritten nothing. Look at the new state and decide what to save.',
  ],
  takeTheirs: ['Показать новое состояние', 'Show the new state'],
  saveMine: ['Сохранить мои правки поверх', 'Save mine over it'],
  notes: ['Обратите внимание', 'Worth a look'],
})
