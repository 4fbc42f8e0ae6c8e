export const TEXTS = {
  setupInvalid: 'Настроить нельзя: исправьте указанные значения.',
  setupTokenName: 'Токен, созданный при установке',
  noSuchPerson: (email: string) => `Пользователя ${email} нет: проверьте адрес.`,
} as const
