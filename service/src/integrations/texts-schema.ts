import type { PaymentRule, Settings } from './settings.js'

/** What each key of the settings means, for OpenAPI and for the editor's completion. Russian. */
export const DESCRIPTIONS: Record<
  keyof Settings | Exclude<keyof PaymentRule, 'paymentmethodname'> | 'ruleMethod',
  string
> = {
  paymentrules:
    'Какие заказы выгружать: заказ подходит, если выполнено хотя бы одно правило. Пустое правило {} — все заказы. Название способа оплаты даёт первое выполненное правило.',
  status: 'Статус заказа на платформе, слово в слово. Без него — любой.',
  gateway: 'Платёжный шлюз одного из платежей заказа (кроме неудачных и отменённых). Без него — любой.',
  ruleMethod: 'Способ оплаты в 1С для заказов этого правила вместо общего.',
  paymentmethodname: 'Название способа оплаты точно как в 1С, не длиннее 50 символов.',
  client:
    'Программа 1С на другой стороне: bp — Бухгалтерия, unf — УНФ, ut — УТ, КА или ERP, rt — Розница, bitrix — модуль обмена Битрикс.',
  schemaversion: 'Версия схемы CommerceML, от 2.05 до 2.10.',
  encoding: 'Кодировка XML: utf-8, utf-8-bom или windows-1251.',
  ordernumber: 'Номер заказа в 1С: sequence — по порядку внутри компании, platform — номер платформы.',
  ordernumberfrom: 'С какого номера продолжить нумерацию компании.',
  batchlimit: 'Сколько заказов выдавать за один обмен.',
  ordersfrom: 'Дата вида 2026-11-01: заказы, оформленные раньше неё, не выгружаются.',
  commentprefix:
    'Начинать ли комментарий документа в 1С номером заказа и платежами платформы: «Заказ OLV/17. Оплата pay-17, CKassa.» Обычно true.',
  zip: 'Просить 1С присылать свои файлы в архиве.',
  filelimit: 'Наибольший размер файла от 1С в байтах; 0 — без ограничения.',
}
