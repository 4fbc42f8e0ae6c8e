import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  integration: {
    removed: [(name: string) => `${name} (удалена)`, (name: string) => `${name} (removed)`],
    unknown: ['Удалённая интеграция', 'A removed integration'],
  },
  enterprise: ['1С:Предприятие', '1C:Enterprise'],
  unknownClient: ['не назвалась', 'did not say'],
  endings: {
    running: ['идёт сейчас', 'running now'],
    refused: ['1С не вошла', 'sign-in failed'],
    failed: ['обмен не состоялся', 'the exchange failed'],
  },
  confirmed: [
    (count: string) => `выдано и подтверждено ${count}`,
    (count: string) => `${count} given out and confirmed`,
  ],
  partly: [
    (offered: string, confirmed: string) => `выдано ${offered}, подтверждено ${confirmed}`,
    (offered: string, confirmed: string) => `${offered} given out, ${confirmed} confirmed`,
  ],
  nothing: ['выдавать было нечего', 'nothing was due'],
  connection: ['проверка связи', 'connection check'],
  uploaded: ['1С выгрузила файлы', '1C sent files'],
  unconfirmed: [
    (offered: string) => `выдано ${offered}, подтверждения не было`,
    (offered: string) => `${offered} given out, not confirmed`,
  ],
  steps: {
    checkauth: ['вход', 'sign-in'],
    init: ['настройки', 'settings'],
    query: ['заказы', 'orders'],
    success: ['подтверждение', 'confirmation'],
    info: ['справочники', 'dictionaries'],
    file: ['файл', 'file'],
    import: ['загрузка файла', 'file import'],
    deactivate: ['завершение', 'completion'],
    complete: ['завершение', 'completion'],
    unknown: ['запрос', 'request'],
  },
  catalog: [(step: string) => `каталог: ${step}`, (step: string) => `catalogue: ${step}`],
  reference: [(step: string) => `справочники: ${step}`, (step: string) => `dictionaries: ${step}`],
  orders: [
    (count: number) => pluralRu(count, 'заказ', 'заказа', 'заказов'),
    (count: number) => pluralEn(count, 'order', 'orders'),
  ],
})
