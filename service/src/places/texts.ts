/** Russian sentences of places/: locations, companies, time zones. */
export const TEXTS = {
  locationInvalid: 'Локацию нельзя сохранить: исправьте указанные поля.',
  companyInvalid: 'Компанию нельзя сохранить: исправьте указанные поля.',
  nameEmpty: 'Укажите название.',
  nameTooLong: (max: number, length: number) =>
    `Название длиннее ${max} символов (сейчас ${length}): сократите его.`,
  unprintable: 'Уберите непечатаемые знаки и знак «\ufffd»: он стоит там, где текст испортила кодировка.',
  timezoneUnknown: (timezone: string) =>
    `Неизвестный часовой пояс «${timezone}»: укажите имя из базы IANA, например Europe/Moscow или Asia/Yekaterinburg.`,
  timezoneUnknownNear: (timezone: string, near: string) =>
    `Неизвестный часовой пояс «${timezone}»: возможно, имелся в виду ${near}. Нужно имя из базы IANA.`,
  timezoneUnknownToDatabase: (timezone: string) =>
    `База данных не знает часового пояса «${timezone}»: выберите соседний город или обновите PostgreSQL.`,
  locationExists: (name: string) =>
    `Локация «${name}» уже есть: укажите другое название или пользуйтесь существующей локацией.`,
  locationNotFound: 'Такой локации нет.',
  timezoneFixed:
    'Часовой пояс уже нельзя изменить: заказы этой локации выдавались в 1С с датой и временем по её часам, а по ним 1С находит заказ. Если пояс нужен другой, заведите новую локацию.',
  companyNotFound: 'Такой компании нет: возможно, её завели в другой локации или удалили.',
  innShape: 'ИНН состоит из 10 цифр у организации или из 12 цифр у предпринимателя.',
  innChecksum: (inn: string) =>
    `Контрольные цифры ИНН ${inn} не сходятся: похоже на опечатку. Проверьте ИНН по карточке предприятия.`,
  kppShape: 'КПП состоит из 9 знаков: четыре цифры, две цифры или заглавные латинские буквы, три цифры.',
  kppOfEntrepreneur:
    'КПП бывает только у организации (ИНН из 10 цифр): у предпринимателя оставьте его пустым.',
  companyHasIntegrations: (names: readonly string[]) =>
    `Компанию нельзя убрать в архив, пока с ней обмениваются: ${names.map(name => `«${name}»`).join(', ')}. Приостановите или удалите эти интеграции.`,
} as const
