import { pluralRu } from '@obmen/contract'
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
    (offered: string, confirmed: string) => `выдано ${offered}, подтверждено ${confirmed}`,
    (offered: string, confirmed: string) => `${offered} given out, ${confirmed} confirmed`,
  ],
  rest: [': остальные придут в следующем обмене', ': the rest come in the next exchange'],
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
  did: {
    checkauth: ['вошла', 'signed in'],
    init: ['узнала настройки', 'learned the settings'],
    query: ['получила заказы', 'got orders'],
    success: ['подтвердила', 'confirmed'],
    info: ['получила справочники', 'got dictionaries'],
    file: ['передала файл', 'sent a file'],
    import: ['загрузила файл', 'loaded a file'],
    deactivate: ['закончила', 'finished'],
    complete: ['закончила', 'finished'],
    unknown: ['запрос', 'request'],
  },
  times: [
    (did: string, count: number) => `${did} ${count} ${pluralRu(count, 'раз', 'раза', 'раз')}`,
    (did: string, count: number) => `${did} ${count} times`,
  ],
  refused: [(step: string) => `${step}: отказ`, (step: string) => `${step}: refused`],
  cut: [(step: string) => `${step}: обрыв`, (step: string) => `${step}: broke off`],
  catalog: [(step: string) => `каталог: ${step}`, (step: string) => `catalogue: ${step}`],
  reference: [(step: string) => `справочники: ${step}`, (step: string) => `dictionaries: ${step}`],
})
