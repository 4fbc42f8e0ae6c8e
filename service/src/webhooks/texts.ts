/** Russian texts about webhooks. */
export const TEXTS = {
  testMessage: 'Проверка вебхука: если вы это читаете, всё работает.',
}
