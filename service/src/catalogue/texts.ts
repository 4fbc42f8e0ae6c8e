/** What 1C shows its user of a catalogue that was not taken. */
export const CATALOGUE_TEXTS = {
  tooManyItems: (limit: number) =>
    `В каталоге больше ${limit} позиций вместе с уже известными, он не принят. Ограничьте в 1С отбор выгружаемой номенклатуры или увеличьте настройку CATALOGUE_ITEMS_LIMIT сервера.`,
}
