export const INSPECTION_TEXTS = {
  busy: 'Сервер уже проверяет другие файлы. Повторите через несколько секунд.',
  tooLarge: (limit: number) =>
    `Файл больше ${limit} байт (настройка FILE_INSPECTION_SIZE). Проверьте его на сервере командой obmen 1c inspect.`,
}
