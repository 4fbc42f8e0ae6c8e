import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  later: ['Не напоминать', 'Put off reminders'],
  for: {
    '1': ['Один час', 'For an hour'],
    '8': ['8 часов', 'For 8 hours'],
    '24': ['Сутки', 'For a day'],
  },
  put: {
    '1': ['Час напоминать не будем', 'No reminders for an hour'],
    '8': ['8 часов напоминать не будем', 'No reminders for 8 hours'],
    '24': ['Сутки напоминать не будем', 'No reminders for a day'],
  },
  until: [
    (time: string, by: string) => `Не напоминаем до ${time}${by && `: ${by}`}`,
    (time: string, by: string) => `Reminders are put off until ${time}${by && ` by ${by}`}`,
  ],
  remind: ['Вернуть', 'Undo'],
  reminded: ['Напоминания снова приходят', 'Reminders come again'],
  past: {
    title: ['Прошедшие', 'Past'],
    columns: {
      what: ['Что было', 'What it was'],
      since: ['Началось', 'Began'],
      ended: ['Прошло', 'Ended'],
    },
    none: ['Прошедшего пока нет', 'Nothing past yet'],
    noneText: [
      'Здесь будет то, о чём Обмен предупреждал и что уже наладилось, за последние 90 дней.',
      'What Obmen warned of and what is well again will be here, for 90 days.',
    ],
  },
})
