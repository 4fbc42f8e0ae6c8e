export const TEXTS = {
  requestNotFound:
    'Такого запроса нет: возможно, он хранился дольше INTAKE_KEEP_DAYS дней. Откройте список запросов.',
}
