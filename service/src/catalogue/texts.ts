/** What 1C shows its user about a rejected catalogue, and refusals of the REST API. */
export const CATALOGUE_TEXTS = {
  itemNotFound: 'Такой позиции в каталоге этой 1С нет. Проверьте её id и интеграцию.',
}
