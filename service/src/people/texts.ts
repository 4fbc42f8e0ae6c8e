export const TEXTS = {
  setupInvalid: 'Настроить нельзя: исправьте указанные значения.',
  setupTokenName: 'Токен, созданный при установке',
  /** Of which account an address means, when it has several. */
  severalAccounts: (email: string, accounts: readonly string[]) =>
    `По адресу ${email} есть несколько учётных записей, укажите одну из них: ${accounts.join('; ')}.`,
  account: (id: string, name: string, roles: readonly string[]) =>
    `${id} (${[name || 'без имени', ...roles].join(', ')})`,
  systemOperator: 'системный оператор',
  noSuchPerson: (email: string) => `Пользователя ${email} нет: проверьте адрес.`,
} as const
