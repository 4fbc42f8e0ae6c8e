/** What 1C shows its user of a catalogue that was not taken, and what REST refuses. */
export const CATALOGUE_TEXTS = {
  itemNotFound: 'Такой позиции в каталоге этой 1С нет. Проверьте её id и интеграцию.',
}
