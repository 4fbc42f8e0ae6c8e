import { expect, test } from 'vitest'
import { type DryRunDocument, type DryRunFinding, groupFindings } from './severity.js'

const document = (orderNumber: string, action: DryRunDocument['action'] = 'created'): DryRunDocument => ({
  ...{ orderNumber, orderId: orderNumber, action, documentKind: 'Счет', documentNumber: '1' },
  ...{
    sum: '1.00',
    currency: 'RUB',
    customer: '',
    payment: null,
    paymentMade: false,
    payments: [],
    reason: null,
  },
})
const finding = (level: DryRunFinding['level'], orderNumber: string | null): DryRunFinding => ({
  ...{ level, orderNumber, code: level, params: {}, message: `${level} ${orderNumber}` },
})

test('orders that need a look come first, the others stay as they go', () => {
  const { orders } = groupFindings({
    documents: [document('1'), document('2'), document('3'), document('4', 'refused'), document('5')],
    findings: [finding('note', '2'), finding('warning', '3')],
  })
  expect(orders.map(one => one.document.orderNumber)).toEqual(['4', '3', '2', '1', '5'])
})

test('an order has its own findings, the gravest first', () => {
  const findings = [
    finding('note', '1'),
    finding('warning', '2'),
    finding('fatal', '1'),
    finding('dropped', '1'),
  ]
  const { orders } = groupFindings({ documents: [document('1')], findings })
  expect(orders[0]?.findings.map(({ level }) => level)).toEqual(['fatal', 'dropped', 'note'])
})

test('what is about no order shown is about the package', () => {
  const { common } = groupFindings({
    documents: [],
    findings: [finding('note', null), finding('fatal', '7')],
  })
  expect(common.map(({ level }) => level)).toEqual(['fatal', 'note'])
})
