import { pluralRu } from '@obmen/contract'

/** Russian sentences of people/: users, roles, sign-in, invitations, API tokens. */
export const TEXTS = {
  roles: {
    'location-administrator': 'Администратор локации',
    accountant: 'Бухгалтер',
    'system-operator': 'Системный оператор',
  },
  setupInvalid: 'Настроить нельзя: исправьте указанные значения.',
  setupTokenName: 'Токен, созданный при установке',
  emailTaken: (email: string) => `Пользователь ${email} уже есть.`,
  signInFailed: 'Неверная электронная почта или пароль.',
  signInLocked: (minutes: number) =>
    `Слишком много неудачных попыток входа. Подождите ${minutesText(minutes)} и попробуйте снова; если забыли пароль, попросите того, кто управляет сервером, назначить новый (команда obmen password).`,
  signInBusy: 'Слишком много входов одновременно. Повторите через несколько секунд.',
  noSuchPerson: (email: string) => `Пользователя ${email} нет: проверьте адрес.`,
  userNotFound: 'Такого пользователя нет.',
  invitationNotFound:
    'Приглашение не найдено: ссылка использована, отозвана или просрочена. Попросите пригласить вас ещё раз.',
  tokenNotFound: 'Такого токена нет: возможно, его уже отозвали.',
} as const

function minutesText(minutes: number): string {
  return `${minutes} ${pluralRu(minutes, 'минуту', 'минуты', 'минут')}`
}
