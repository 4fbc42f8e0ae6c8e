/** Russian texts about webhooks. */
export const TEXTS = {
  notFound: 'Такого вебхука нет: возможно, его удалили.',
  attemptNotFound: 'Такой попытки нет, или её событие уже удалили по сроку хранения: повторить нечего.',
  testMessage: 'Проверка вебхука: если вы это читаете, всё работает.',
}
