/** What 1C shows its user of a catalogue that was not taken, and what REST refuses. */
export const CATALOGUE_TEXTS = {
  tooManyItems: (limit: number) =>
    `В каталоге больше ${limit} позиций вместе с уже известными, он не принят. Ограничьте в 1С отбор выгружаемой номенклатуры или увеличьте настройку CATALOGUE_ITEMS_LIMIT сервера.`,
  itemNotFound: 'Такой позиции в каталоге этой 1С нет. Проверьте её id и интеграцию.',
  unknownItem: (itemId: string) =>
    `Позиции «${itemId.slice(0, 80)}» в каталоге этой 1С нет. Выгрузите каталог из 1С или выберите позицию из списка.`,
  lostItem:
    'Эта позиция пропала из каталога 1С или помечена на удаление, связать с ней нельзя. Выберите другую или выгрузите каталог из 1С заново.',
}
