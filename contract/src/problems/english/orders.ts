import type { FieldProblem } from '../../field-problem.js'
import type { ProblemWords } from '../problem-words.js'

/** Orders and their numbers; `toText` words the field that stands in the sentence about the whole order. */
export const orderWords = (toText: (problem: FieldProblem) => string) =>
  ({
    ...FIELD_WORDS,
    'order-invalid': ({ first, count }) =>
      'The order was not accepted. ' +
      `${first.path === '' ? '' : `${first.path}: `}${toText(first)}` +
      (count > 1 ? ` ${count} mistakes in all, each of them in errors.` : ''),
    'origin-unknown':
      'Obmen-Origin names no integration of this order’s company. Take integrationId from GET ' +
      '/orders/{id}/accounting.',
    'origin-not-sent': ({ name }) =>
      `Obmen-Origin names “${name}”, but that 1C never got the order, and there is nothing to take ` +
      'over from it. Send the order without this header.',
    'number-not-kept': ({ number, limit }) =>
      `1C will not keep the number “${number}” as it is: it has more than ${limit} characters, a #, ` +
      'odd spaces, or a character that can’t be printed. The 1C of this company gets the platform’s ' +
      'numbers. Give the order another number, or choose “Order number in 1C”: “Counted within the ' +
      'company” in the settings of the integration.',
    'number-known-to-1c': ({ id, number }) =>
      `The number of order “${id}” can no longer be changed: it was given to 1C as “${number}”, ` +
      'which would make a second document of another number. Send the number as it was.',
    'number-same-in-1c': ({ number, held, other, unknown }) =>
      `To 1C the number “${number}” is the same as ${held === number ? 'that' : `“${held}”`} of ` +
      `${other === undefined ? 'an order that is being saved' : `order “${other}”`}: it would take ` +
      'both for one document. Give the order another ' +
      (unknown
        ? 'number, or name the 1C program in the settings of the integration: until it is known, ' +
          'numbers are compared by six digits.'
        : 'number.'),
    'numbers-collide': ({ pairs, more }) =>
      'In this 1C the numbers of these orders would be the same: ' +
      `${pairs.join('; ')}${more ? ' and others' : ''}. 1C takes two orders with one number for one ` +
      'document. Change their number on the platform if no 1C has them yet, or keep the numbering as ' +
      'it was.',
    'numbers-beyond-six-digits': ({ number }) =>
      'The numbers of this company’s orders have more than six digits already (the last is ' +
      `${number}), and Accounting and UNF cut them: different orders would become one document. Make ` +
      'another company with the same INN for this 1C, whose numbers begin with 1, or choose ' +
      '“Order number in 1C”: “The platform’s number”.',
  }) satisfies Partial<ProblemWords>

/** What is wrong with a single field, or with sums that don't agree. */
const FIELD_WORDS = {
  'text-too-long': ({ limit }) => `At most ${limit} characters.`,
  'too-many-items': ({ limit }) => `At most ${limit} of these: split the order.`,
  'no-lines': 'The order has no lines: add at least one.',
  'id-untrimmed': 'Remove the spaces at the beginning and the end: with them it would be another id.',
  'id-shape':
    'This must be a text that isn’t empty, without control characters and halves of surrogate pairs.',
  'text-blank': 'This must be a text that isn’t empty, without U+0000.',
  'zero-character': 'U+0000 can’t be stored: remove it.',
  'money-shape':
    'A sum is a string like "1500.00": digits, a point and at most two digits after it, 18 digits ' +
    'at most, without minus and spaces.',
  'quantity-shape':
    'A quantity is a string like "2" or "0.5": above zero, at most four digits after the point.',
  'timestamp-shape':
    'This must be date and time with the offset from UTC, such as "2026-11-17T12:15:07+05:00".',
  'no-such-day': ({ text }) => `There is no such day in the calendar: ${text.slice(0, 10)}.`,
  'inn-digits': 'An INN has 10 or 12 digits.',
  'name-and-parts':
    'Send either the whole name, or lastName and firstName (and middleName): together they may ' +
    'contradict each other.',
  'person-name-missing': 'A required field: send lastName and firstName, or the whole name instead.',
  'kpp-characters': 'A KPP has 9 characters: digits, with Latin letters allowed as the fifth and sixth.',
  'date-absurd': ({ text }) =>
    `The date ${text.slice(0, 10)} is before 2000 or more than a year ahead: look for a slip.`,
  'unit-unknown': ({ line, code }) => `Line ${line}: OKEI has no unit “${code}”. A piece is "796".`,
  'refund-of-nothing': 'A refund of 0.00: leave it out, or give its sum.',
  'refund-before-payment': 'A refund before its payment (paidAt): check both dates.',
  'unit-shape': 'A unit is an OKEI code of three or four digits, such as "796" (a piece).',
  'company-id-shape': ({ given }) =>
    given.trim() === ''
      ? 'Nothing stands where the id of a company should. Take it from GET /api/v1/companies; the ' +
        'examples put in the variable COMPANY.'
      : `“${given.slice(0, 100)}” is not the id of a company, which looks like ` +
        '01234567-89ab-4cde-8f01-23456789abcd. Take it from GET /api/v1/companies.',
  'currency-shape': 'A currency is three capital Latin letters, such as "RUB".',
  'field-required': 'A required field: add it.',
  'field-null': 'Remove this field instead of null, or give it a value.',
  'field-type': ({ expected }) => `This must be ${TYPE_NAMES[expected] ?? expected}.`,
  'number-as-text': ({ given }) => `Send the value as text in quotes: not ${given} but "${given}".`,
  'field-one-of': ({ values }) => `Only these are allowed: ${values.map(value => `"${value}"`).join(', ')}.`,
  'field-unknown': ({ name, nearest }) =>
    `The field “${name.slice(0, 100)}” is ` +
    `unknown${nearest === undefined ? '' : `: perhaps “${nearest}” is meant`}. Mend the name or ` +
    'remove the field.',
  'field-read-only': ({ name }) =>
    `The field “${name}” is kept by Obmen, and the order has another value now. Leave it out.`,
  'not-an-order': 'An order is a JSON object.',
  'value-unfit': 'The value does not fit.',
  'reserved-name': ({ name }) => `The name “${name}” is reserved. Name the attribute otherwise.`,
  'id-mismatch': ({ inBody, inPath }) =>
    `The id in the body (“${inBody}”) differs from the id in the address (“${inPath}”).`,
  'line-sum-differs': ({ line, calculated, given }) =>
    `Line ${line}: quantity × price − discount = ${calculated}, but amount is ${given}. Mend one ` +
    'of the numbers.',
  'total-differs': ({ expected, given, delivery }) =>
    `The lines${delivery ? ' and the delivery' : ''} make ${expected} together, but total is ` +
    `${given}. Mend the total or the lines.`,
  'net-total-differs': ({ expected, given, delivery }) =>
    `The lines${delivery ? ' and the delivery' : ''} with VAT make ${expected} together, but total ` +
    `is ${given}. VAT is added to the sum of each line and rounded to a kopeck, as 1C does. Mend ` +
    'the total or the lines.',
  'refund-twice': ({ id }) => `The refund “${id}” stands twice: each refund has an id of its own.`,
  'refund-of-unpaid': 'Only a payment with the status paid or refunded has refunds.',
  'refunds-over-payment': ({ sum, amount }) =>
    `Refunded are ${sum}, but paid ${amount}: no more can be refunded than was paid.`,
  'payment-twice': ({ id }) =>
    `The order has a payment with the id “${id}” already: each payment has an id of its own.`,
  'paid-without-date': 'Give paidAt of a payment with the status paid: 1C gets it with that date.',
  'too-many-attributes': ({ limit }) => `At most ${limit} additional attributes.`,
} satisfies Partial<ProblemWords>

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  boolean: 'true or false',
  object: 'an object {…}',
  record: 'an object {…}',
  array: 'a list […]',
}
