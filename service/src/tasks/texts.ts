export const TASK_ROOM_TEXTS = {
  notFound: 'Такой задачи нет: возможно, её интеграция удалена. Обновите список.',
}
