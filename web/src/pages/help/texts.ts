import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Справка', 'Help'],
  contents: ['Все главы', 'All chapters'],
  language: ['Руководство по Обмену.', 'The guide is written in Russian.'],
})
