import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Справка', 'Help'],
  contents: ['Все главы', 'All chapters'],
  inRussian: ['Руководство по Обмену.', 'This chapter is written in Russian.'],
  inEnglish: ['Руководство по Обмену.', 'The guide to Obmen.'],
})
