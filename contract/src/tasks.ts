/** What an accountant may have to do by hand. */
export const TASK_CODES = [
  'enter-refund',
  'undo-payment',
  'enter-payment',
  'enter-overpayment',
  'check-canceled',
] as const
export type TaskCode = (typeof TASK_CODES)[number]

export const TASK_STATES = ['open', 'done'] as const
export type TaskState = (typeof TASK_STATES)[number]
