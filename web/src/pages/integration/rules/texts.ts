import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    now: 'Что делают правила',
    title: 'Настройки',
    text:
      'Изменение пересчитывает, какие заказы ждут выгрузки. Подтверждённые заказы остаются ' +
      'подтверждёнными.',
    name: 'Наименование',
    nameNeeded: 'Введите наименование',
    settingsBroken: 'Исправьте настройки: место ошибки отмечено в тексте',
    save: 'Сохранить',
    cancel: 'Отменить',
    close: 'Закрыть',
    saved: 'Изменения сохранены',
    conflictTitle: 'Интеграцию изменил другой администратор',
    conflictText:
      'Пока вы правили настройки, их сохранил кто-то ещё. Ваши правки остались в полях и ничего не ' +
      'перезаписали. Посмотрите новое состояние и решите, что сохранить.',
    takeTheirs: 'Показать новое состояние',
    saveMine: 'Сохранить мои правки поверх',
    notes: 'Обратите внимание',
  },
  {
    now: 'What the rules do',
    title: 'Settings',
    text: 'A change calculates anew which orders are waiting. Confirmed orders stay confirmed.',
    name: 'Name',
    nameNeeded: 'Enter a name',
    settingsBroken: 'Mend the settings: the place is marked in the text',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    saved: 'Changes saved',
    conflictTitle: 'Another administrator has changed the integration',
    conflictText:
      'While you were editing, somebody else saved. Your edits are still in the fields and have ' +
      'overwritten nothing. Look at the new state and decide what to save.',
    takeTheirs: 'Show the new state',
    saveMine: 'Save mine over it',
    notes: 'Worth a look',
  },
)
