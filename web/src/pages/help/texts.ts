import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  { title: 'Справка', contents: 'Все главы', language: 'Руководство по Обмену.' },
  { title: 'Help', contents: 'All chapters', language: 'The guide is written in Russian.' },
)
