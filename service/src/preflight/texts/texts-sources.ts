/**
 * The releases and modules in which 1C does what rules predict; `sent`: the specification of what we send.
 */
export const MODULES = {
  bp: 'БП 3.0.198, ОбменСИнтернетМагазином',
  period: 'БП 3.0.198, ДатыЗапретаИзмененияБП',
  unf: 'УНФ 3.0.8, ИнтеграцияСИнтернетМагазиномСервер',
  ut: 'УТ 11.5.18, ОбменССайтом',
  rt: 'РТ 2, ОбменССайтомРТ',
  all: 'БП 3.0.198, УНФ 3.0.8, УТ 11.5.18, РТ 2',
  sent: 'service/src/sale-feed/SPEC.md',
} as const
