import { pluralRu } from '@obmen/contract'

/** Russian sentences of people/: users, roles, sign-in, invitations, API tokens. */
export const TEXTS = {
  roles: {
    'location-administrator': 'Администратор локации',
    'system-operator': 'Системный оператор',
  },
  setupInvalid: 'Настроить нельзя: исправьте указанные значения.',
  setupTokenName: 'Токен первой настройки',
  userInvalid: 'Пользователя нельзя сохранить: исправьте указанные поля.',
  emailShape: 'Укажите адрес электронной почты, например anna@example.ru.',
  emailTaken: (email: string) => `Пользователь ${email} уже есть.`,
  emailTakenOtherPassword: (email: string) =>
    `Пользователь ${email} уже есть, и его пароль другой: введите его нынешний пароль или укажите другой адрес.`,
  emailTakenMeanwhile: (email: string) =>
    `Учётную запись ${email} только что создали. Повторите с её паролем или войдите и откройте ссылку снова.`,
  emailDisabled: (email: string) =>
    `Пользователь ${email} отключён: попросите администратора включить его или укажите другой адрес.`,
  nameEmpty: 'Укажите имя: по нему вас узнают другие администраторы.',
  nameTooLong: (max: number) => `Имя длиннее ${max} символов: сократите его.`,
  unprintable: 'Уберите непечатаемые знаки и знак «\ufffd»: он стоит там, где текст испортила кодировка.',
  passwordEmpty: 'Укажите пароль.',
  passwordShort: (min: number) => `Пароль короче ${min} символов (пробелы не считаются): придумайте длиннее.`,
  passwordLong: (max: number) => `Пароль длиннее ${max} символов: сократите его.`,
  passwordWrong: 'Нынешний пароль указан неверно.',
  passwordSame: 'Новый пароль совпадает с нынешним: придумайте другой.',
  signInFailed: 'Неверная электронная почта или пароль.',
  signInLocked: (minutes: number) =>
    `Слишком много неудачных попыток входа. Подождите ${minutesText(minutes)} и попробуйте снова; если забыли пароль, попросите того, кто управляет сервером, назначить новый (команда obmen password).`,
  signInBusy: 'Слишком много входов одновременно. Повторите через несколько секунд.',
  noSuchPerson: (email: string) => `Пользователя ${email} нет: проверьте адрес.`,
  userNotFound: 'Такого пользователя нет.',
  lastAdministrator:
    'Это последний действующий администратор локации: сначала дайте роль «Администратор локации» кому-нибудь ещё.',
  lastOperator: 'Это последний действующий системный оператор: сначала дайте эту роль кому-нибудь ещё.',
  userElsewhere:
    'Этот человек работает и в других локациях, поэтому отсюда нельзя ни отключить его, ни переименовать: можно забрать у него роль в этой локации.',
  invitationInvalid: 'Приглашение нельзя создать: исправьте указанные поля.',
  invitationNotFound:
    'Приглашение не найдено: ссылка использована, отозвана или просрочена. Попросите пригласить вас ещё раз.',
  alreadyHasRole: (email: string) => `У пользователя ${email} уже есть эта роль.`,
  tokenInvalid: 'Токен нельзя создать: исправьте указанные поля.',
  tokenNameEmpty: 'Назовите токен, чтобы потом узнать его в списке.',
  tokenNameLong: (max: number) => `Название длиннее ${max} символов: сократите его.`,
  tokenRightsEmpty: 'Выберите хотя бы одно право.',
  tokenRightUnknown: (right: string, known: readonly string[]) =>
    `Неизвестное право «${right}»: есть ${known.join(', ')}.`,
  tokenNotFound: 'Такого токена нет: возможно, его уже отозвали.',
} as const

function minutesText(minutes: number): string {
  return `${minutes} ${pluralRu(minutes, 'минуту', 'минуты', 'минут')}`
}
