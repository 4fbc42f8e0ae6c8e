import type { Location } from '@obmen/contract/rest'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Локация',
    about: 'Площадка, чьи заказы и компании вы видите. По её часам считаются даты заказов для 1С.',
    section: 'Основное',
    name: 'Название',
    changedMeanwhile: ({ name, timezone }: Location) =>
      `Не сохранено: пока вы правили, локацию изменил кто-то другой. Сейчас: ${name}, часовой пояс ` +
      `${timezone}. Чтобы записать свои значения, нажмите «Сохранить» ещё раз; чтобы оставить эти, ` +
      'обновите страницу.',
    nameNeeded: 'Введите название',
    timezone: 'Часовой пояс',
    timezonePlaceholder: 'Город, имя или смещение, например +05:00',
    timezoneNeeded: 'Выберите часовой пояс',
    timezoneHelp:
      '1С видит дату и время заказов по этому поясу и находит их по дате. Поэтому пояс можно менять, ' +
      'только пока ни один заказ не выдан 1С.',
    clock: (time: string) => `Местное время: ${time}.`,
    save: 'Сохранить',
    saved: 'Локация сохранена',
    facts: 'Сведения',
    id: 'id локации',
    created: (date: string) => `Заведена ${date}.`,
  },
  {
    title: 'Location',
    about: 'The site whose orders and companies you see. Dates of orders for 1C follow its clock.',
    section: 'Main',
    name: 'Name',
    changedMeanwhile: ({ name, timezone }: Location) =>
      `Not saved: somebody else has changed the location meanwhile. Now: ${name}, time zone ` +
      `${timezone}. To save your values press “Save” again; to keep these reload the page.`,
    nameNeeded: 'Enter a name',
    timezone: 'Time zone',
    timezonePlaceholder: 'A city, a name or an offset, say +05:00',
    timezoneNeeded: 'Choose a time zone',
    timezoneHelp:
      '1C sees dates and times of orders in this zone and finds orders by their date. So it can ' +
      'change only until the first order is given to a 1C.',
    clock: (time: string) => `Local time: ${time}.`,
    save: 'Save',
    saved: 'The location is saved',
    facts: 'Facts',
    id: 'Location id',
    created: (date: string) => `Made on ${date}.`,
  },
)
