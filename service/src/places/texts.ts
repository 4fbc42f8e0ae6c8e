/** Russian sentences of places/: locations, companies, time zones. */
export const TEXTS = {
  locationNotFound: 'Такой локации нет.',
  companyNotFound: 'Такой компании нет: возможно, её завели в другой локации или удалили.',
} as const
