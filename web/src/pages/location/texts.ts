import type { Location } from '@obmen/contract/rest'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Локация', 'Location'],
  about: [
    'Площадка, чьи заказы и компании вы видите. По её часам считаются даты заказов для 1С.',
    'The site whose orders and companies you see. Dates of orders for 1C follow its clock.',
  ],
  section: ['Основное', 'Main'],
  name: ['Название', 'Name'],
  changedMeanwhile: [
    ({ name, timezone }: Location) =>
      `Не сохранено: пока вы правили, локацию изменил кто-то другой. Сейчас: ${name}, часовой пояс ` +
      `${timezone}. Чтобы записать свои значения, нажмите «Сохранить» ещё раз; чтобы оставить эти, ` +
      'обновите страницу.',
    ({ name, timezone }: Location) =>
      `Not saved: somebody else has changed the location meanwhile. Now: ${name}, time zone ` +
      `${timezone}. To save your values press “Save” again; to keep these reload the page.`,
  ],
  nameNeeded: ['Введите название', 'Enter a name'],
  timezone: ['Часовой пояс', 'Time zone'],
  timezonePlaceholder: [
    'Город, имя или смещение, например +05:00',
    'A city, a name or an offset, say +05:00',
  ],
  timezoneNeeded: ['Выберите часовой пояс', 'Choose a time zone'],
  timezoneHelp: [
    '1С видит дату и время заказов по этому поясу и находит их по дате. Поэтому пояс можно менять, ' +
      'только пока ни один заказ не выдан 1С.',
    '1C sees dates and times of orders in this zone and finds orders by their date. So it can ' +
      'change only until the first order is given to a 1C.',
  ],
  clock: [(time: string) => `Местное время: ${time}.`, (time: string) => `Local time: ${time}.`],
  save: ['Сохранить', 'Save'],
  saved: ['Локация сохранена', 'The location is saved'],
  statuses: ['Названия статусов', 'Names of statuses'],
  statusesHelp: [
    'Как называть статусы платформы в списках, на странице заказа и в файлах. Само слово платформы видно ' +
      'при наведении; правила интеграций пишутся им.',
    'What to call the platform’s statuses in lists, on the page of an order and in files. The platform’s ' +
      'own word shows on hover; rules of integrations use it.',
  ],
  noStatuses: ['Статусы появятся здесь с первыми заказами.', 'Statuses appear here with the first orders.'],
  saveStatuses: ['Сохранить названия', 'Save the names'],
  facts: ['Сведения', 'Facts'],
  id: ['id локации', 'Location id'],
  created: [(date: string) => `Заведена ${date}.`, (date: string) => `Made on ${date}.`],
})
