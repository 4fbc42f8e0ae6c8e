/** Russian sentences of bulk-actions/. */
export const TEXTS = {
  notFound: 'Такого действия нет: возможно, его запись уже убрана по сроку хранения.',
} as const
